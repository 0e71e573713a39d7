// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** PKCS#12 files with one key, and certificates as PEM; written whole or not at all, keys for the owner only. */
final class KeyStoreFile {
    private static final String ENTRY = "openbarnahus";

    private KeyStoreFile() {}

    static void write(Path file, char[] password, PrivateKey key, List<X509Certificate> chain)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ENTRY, key, password, chain.toArray(Certificate[]::new));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        replace(file, bytes.toByteArray(), "rw-------");
    }

    static CertificateMaker.Identity read(Path file, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        String entry = store.aliases().nextElement();
        return new CertificateMaker.Identity(
                (PrivateKey) store.getKey(entry, password), (X509Certificate) store.getCertificate(entry));
    }

    static void writePem(Path file, X509Certificate certificate) throws GeneralSecurityException, IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        String pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        replace(file, pem.getBytes(java.nio.charset.StandardCharsets.US_ASCII), "rw-r--r--");
    }

    private static void replace(Path file, byte[] bytes, String permissions) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".tls",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(part, bytes);
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString(permissions));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
