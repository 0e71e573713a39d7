// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A receiver of syslog over TLS on this machine (RFC 5425); one that goes away and comes back is a new one on the same port. */
final class SyslogReceiver implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final SSLServerSocket server;
    private final List<String> messages;

    private SyslogReceiver(SSLServerSocket server, List<String> messages) {
        this.server = server;
        this.messages = messages;
    }

    /**
     * @param keys as {@link #identity} made them
     * @param port 0 for any
     * @param messages to which it adds
     */
    static SyslogReceiver start(Path keys, int port, List<String> messages) throws Exception {
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(port, 10, InetAddress.getLoopbackAddress());
        SyslogReceiver receiver = new SyslogReceiver(server, messages);
        Thread.ofPlatform().daemon().start(receiver::serve);
        return receiver;
    }

    static List<String> messages() {
        return new CopyOnWriteArrayList<>();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                InputStream in = socket.getInputStream();
                for (String next = frame(in); next != null; next = frame(in)) {
                    messages.add(next);
                }
            } catch (IOException e) {
                continue;
            }
        }
    }

    private static @Nullable String frame(InputStream in) throws IOException {
        ByteArrayOutputStream length = new ByteArrayOutputStream();
        for (int next = in.read(); next != ' '; next = in.read()) {
            if (next < 0) {
                return null;
            }
            length.write(next);
        }
        int bytes = Integer.parseInt(length.toString(StandardCharsets.US_ASCII));
        return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Key and certificate for localhost, by the JDK's own tool; the certificate as {@code receiver.pem} beside it. */
    static Path identity(Path folder) throws Exception {
        Path keys = folder.resolve("receiver.p12");
        String[] common = {"-alias", "receiver", "-keystore", keys.toString(), "-storepass", PASSWORD};
        tool(
                common,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=receiver",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2");
        tool(
                common,
                "-exportcert",
                "-rfc",
                "-file",
                folder.resolve("receiver.pem").toString());
        return keys;
    }

    private static void tool(String[] common, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of(common));
        Path said = Files.createTempFile("keytool", ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertEquals(Files.readString(said), 0, process.waitFor());
        Files.delete(said);
    }
}
