// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The server's certificate in the key directory: made at first start under an authority of the installation's own, and
 * renewed under the same authority when less than 30 days are left or the names have changed, so that browsers that trust
 * the authority go on doing so. The authority's certificate is {@code tls/ca.pem} in the configuration directory, the
 * server's {@code tls/server.pem}.
 */
final class TlsStore {
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);
    private static final String AUTHORITY = "tls-ca";
    private static final String SERVER = "tls-server";
    private static final String SUFFIX = ".p12";

    private final Path keys;
    private final Path published;
    private final UnaryOperator<String> secrets;

    /**
     * @param secrets gives the password to a name, always the same
     */
    TlsStore(Path keys, Path etc, UnaryOperator<String> secrets) {
        this.keys = keys;
        this.published = etc.resolve("tls");
        this.secrets = secrets;
    }

    char[] password() {
        return secrets.apply(SERVER).toCharArray();
    }

    /** A keystore that is good for today; a renewed certificate has a new file name. */
    Path current(List<String> names, Instant now) throws GeneralSecurityException, IOException {
        CertificateMaker.Identity authority = authority(now);
        Optional<Path> existing = existing();
        if (existing.isPresent() && good(existing.get(), authority, names, now)) {
            return existing.get();
        }
        CertificateMaker.Identity server = CertificateMaker.server(authority, names, now);
        String serial = server.certificate().getSerialNumber().toString(16).substring(0, 12);
        Path file = keys.resolve(SERVER + "-" + serial + SUFFIX);
        KeyStoreFile.write(file, password(), server.key(), List.of(server.certificate(), authority.certificate()));
        KeyStoreFile.writePem(published.resolve("server.pem"), server.certificate());
        if (existing.isPresent()) {
            Files.delete(existing.get());
        }
        return file;
    }

    private CertificateMaker.Identity authority(Instant now) throws GeneralSecurityException, IOException {
        Path file = keys.resolve(AUTHORITY + SUFFIX);
        char[] password = secrets.apply(AUTHORITY).toCharArray();
        if (Files.exists(file)) {
            CertificateMaker.Identity kept = KeyStoreFile.read(file, password);
            if (left(kept.certificate(), now).compareTo(CertificateMaker.SERVER_LIFE) > 0) {
                publish(kept.certificate());
                return kept;
            }
        }
        CertificateMaker.Identity made = CertificateMaker.authority(now);
        KeyStoreFile.write(file, password, made.key(), List.of(made.certificate()));
        publish(made.certificate());
        return made;
    }

    private void publish(X509Certificate authority) throws GeneralSecurityException, IOException {
        KeyStoreFile.writePem(published.resolve("ca.pem"), authority);
    }

    private Optional<Path> existing() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(keys, SERVER + "-*" + SUFFIX)) {
            files.forEach(found::add);
        }
        // after an interrupted renewal there may be two: one is as good as the other, or is renewed
        return found.stream().sorted().findFirst();
    }

    private boolean good(Path file, CertificateMaker.Identity authority, List<String> names, Instant now) {
        try {
            X509Certificate server = KeyStoreFile.read(file, password()).certificate();
            server.verify(authority.certificate().getPublicKey());
            return left(server, now).compareTo(RENEW_BEFORE) > 0
                    && names(server).equals(new TreeSet<>(names));
        } catch (GeneralSecurityException | IOException e) {
            // damaged, or of another installation
            return false;
        }
    }

    private static Duration left(X509Certificate certificate, Instant now) {
        return Duration.between(now, certificate.getNotAfter().toInstant());
    }

    private static Set<String> names(X509Certificate certificate) throws GeneralSecurityException {
        Set<String> names = new TreeSet<>();
        Collection<List<?>> all = certificate.getSubjectAlternativeNames();
        if (all != null) {
            all.forEach(name -> names.add(String.valueOf(name.get(1))));
        }
        return names;
    }
}
