// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.testkit.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Key and certificate of one side of a connection, made by the JDK's own tool for two days.
 *
 * @param certificate PEM
 * @param keys PKCS 12, for its owner only
 * @param password of {@code keys}, for its owner only
 */
public record Identity(Path certificate, Path keys, Path password) {
    private static final String PASSWORD = "changeit";

    /** Three files of that name, good since yesterday. */
    public static Identity make(Path folder, String name, String host) throws IOException, InterruptedException {
        return make(folder, name, host, "-1d");
    }

    /**
     * @param from when it begins to be good, as {@code keytool} wants it: {@code +10d}
     */
    public static Identity make(Path folder, String name, String host, String from)
            throws IOException, InterruptedException {
        Path pem = folder.resolve(name + ".pem");
        Path keys = folder.resolve(name + ".p12");
        Path password = Files.writeString(folder.resolve(name + ".password"), PASSWORD + "\n");
        List<String> store = List.of("-alias", name, "-keystore", keys.toString(), "-storepass", PASSWORD);
        tool(
                store,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + host,
                "-startdate",
                from,
                "-validity",
                "2",
                "-storetype",
                "PKCS12");
        tool(store, "-exportcert", "-rfc", "-file", pem.toString());
        for (Path secret : List.of(keys, password)) {
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        }
        return new Identity(pem, keys, password);
    }

    /** Shows the certificate and asks nobody else for one. */
    public SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static void tool(List<String> store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(store);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
