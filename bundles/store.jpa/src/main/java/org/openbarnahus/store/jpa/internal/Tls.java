// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How both ends of the connection to PostgreSQL prove who they are, beside what the address says.
 *
 * @param root file with the certificates of the authorities that may have signed the server's; empty for the driver's default
 * @param user the certificate of the role that works, if it has one
 * @param owner that of the owner of the tables
 */
record Tls(String root, Optional<ClientCertificate> user, Optional<ClientCertificate> owner) {
    static final Tls NONE = new Tls("", Optional.empty(), Optional.empty());

    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

    /**
     * A role's certificate and key.
     *
     * @param certificate PEM file; empty when the key's file holds it too (PKCS #12, a name that ends in .p12 or .pfx)
     * @param key file with the key: PKCS #8 (DER) or PKCS #12
     * @param password of the key's file, empty when it has none
     */
    record ClientCertificate(String certificate, String key, String password) {
        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "ClientCertificate[" + key + "]";
        }
    }

    static Tls of(StoreConfig config) {
        return new Tls(
                config.root_certificate().strip(),
                read(config.certificate(), config.certificate_key(), config.certificate_password_file()),
                read(
                        config.owner_certificate(),
                        config.owner_certificate_key(),
                        config.owner_certificate_password_file()));
    }

    private static Optional<ClientCertificate> read(String certificate, String key, String passwordFile) {
        if (key.isBlank()) {
            return Optional.empty();
        }
        refuseUnlessOwn(Path.of(key.strip()));
        return Optional.of(new ClientCertificate(
                certificate.strip(),
                key.strip(),
                passwordFile.isBlank() ? "" : firstLine(Path.of(passwordFile.strip()))));
    }

    private static String firstLine(Path file) {
        refuseUnlessOwn(file);
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("the password file of the client certificate cannot be read", e);
        }
    }

    private static void refuseUnlessOwn(Path file) {
        try {
            if (!OWN.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalArgumentException(
                        file + " can be read by others than its owner: chmod go-rwx it, and make a new key");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the client certificate cannot be read", e);
        }
    }

    void into(PGSimpleDataSource source, Optional<ClientCertificate> mine) {
        if (!root.isEmpty()) {
            source.setSslRootCert(root);
        }
        mine.ifPresent(each -> {
            if (!each.certificate().isEmpty()) {
                source.setSslCert(each.certificate());
            }
            source.setSslKey(each.key());
            // even an empty one: the driver would ask at the terminal
            source.setSslPassword(each.password());
        });
    }
}
