// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TlsStoreTest {
    private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "barnahus.example");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Instant start = Instant.parse("2026-03-12T08:00:00Z");
    private TlsStore tls;

    @Before
    public void anEmptyInstallation() throws IOException {
        Files.createDirectory(keys());
        tls = new TlsStore(keys(), folder.getRoot().toPath().resolve("etc"), name -> "secret of " + name);
    }

    private Path keys() {
        return folder.getRoot().toPath().resolve("keys");
    }

    private X509Certificate server(Path file) throws GeneralSecurityException, IOException {
        return KeyStoreFile.read(file, tls.password()).certificate();
    }

    private X509Certificate pem(String name) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(
                folder.getRoot().toPath().resolve("etc/tls").resolve(name))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @Test
    public void theFirstStartMakesAnAuthorityAndACertificateForEveryName()
            throws GeneralSecurityException, IOException {
        X509Certificate server = server(tls.current(NAMES, start));
        X509Certificate authority = pem("ca.pem");
        server.verify(authority.getPublicKey());
        server.checkValidity(Date.from(start));
        assertEquals(0, authority.getBasicConstraints());
        assertEquals(-1, server.getBasicConstraints());
        assertEquals("EC", server.getPublicKey().getAlgorithm());
        Duration life = Duration.between(
                server.getNotBefore().toInstant(), server.getNotAfter().toInstant());
        assertEquals(397, life.toDays());
        Set<Object> names = server.getSubjectAlternativeNames().stream()
                .map(name -> (Object) name.get(1))
                .collect(Collectors.toSet());
        assertEquals(Set.copyOf(NAMES), names);
        assertEquals(server, pem("server.pem"));
    }

    @Test
    public void keysAreForTheOwnerOnly() throws GeneralSecurityException, IOException {
        tls.current(NAMES, start);
        try (var files = Files.list(keys())) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    @Test
    public void aGoodCertificateIsKept() throws GeneralSecurityException, IOException {
        Path first = tls.current(NAMES, start);
        assertEquals(first, tls.current(NAMES.reversed(), start.plus(Duration.ofDays(366))));
    }

    @Test
    public void aCertificateIsRenewedUnderTheSameAuthorityThirtyDaysBeforeItsEnd()
            throws GeneralSecurityException, IOException {
        Path first = tls.current(NAMES, start);
        X509Certificate authority = pem("ca.pem");
        Instant late = start.plus(Duration.ofDays(367));
        Path second = tls.current(NAMES, late);
        assertNotEquals(first, second);
        assertFalse(Files.exists(first));
        server(second).checkValidity(Date.from(late.plus(Duration.ofDays(390))));
        assertEquals(authority, pem("ca.pem"));
    }

    @Test
    public void newNamesAndADamagedKeystoreMakeANewCertificate() throws GeneralSecurityException, IOException {
        Path first = tls.current(NAMES, start);
        Path second = tls.current(List.of("localhost"), start);
        assertNotEquals(first, second);
        Files.writeString(second, "damaged");
        Path third = tls.current(List.of("localhost"), start);
        assertNotEquals(second, third);
        server(third).checkValidity(Date.from(start));
    }

    @Test
    public void anAuthorityNearItsEndIsReplacedWithItsServer() throws GeneralSecurityException, IOException {
        tls.current(NAMES, start);
        X509Certificate old = pem("ca.pem");
        Path server = tls.current(NAMES, start.plus(Duration.ofDays(3400)));
        assertNotEquals(old, pem("ca.pem"));
        server(server).verify(pem("ca.pem").getPublicKey());
        assertTrue(Files.exists(server));
    }
}
