// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.store.jpa.internal.Tls.ClientCertificate;

/** A PostgreSQL on another machine: both ends prove who they are, by certificate, and no password is needed. */
public class PostgresTlsTest {
    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static PostgresServer server;

    @BeforeClass
    public static void start() throws Exception {
        Path home = FOLDER.getRoot().toPath();
        TestAuthority authority = new TestAuthority(home, "authority");
        authority.issue("server", "server", Optional.of("127.0.0.2"));
        authority.issue("user", "openbarnahus", Optional.empty());
        authority.issue("owner", "openbarnahus_owner", Optional.empty());
        new TestAuthority(home, "foreign").issue("stranger", "openbarnahus", Optional.empty());
        server = PostgresServer.startOrSkip();
        server.certificatesOnly(file("server.crt"), file("server.key"), file("authority.crt"));
    }

    @AfterClass
    public static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static Path file(String name) {
        return FOLDER.getRoot().toPath().resolve(name);
    }

    private static Optional<ClientCertificate> pk8(String name) {
        return Optional.of(new ClientCertificate(
                file(name + ".crt").toString(), file(name + ".pk8").toString(), ""));
    }

    private static Optional<ClientCertificate> p12(String name, String password) {
        return Optional.of(new ClientCertificate("", file(name + ".p12").toString(), password));
    }

    private static Settings settings(String root, Optional<ClientCertificate> user) {
        return server.fromAnotherMachine("").with(new Tls(file(root).toString(), user, pk8("owner")));
    }

    private static List<String> who(Settings settings) throws SQLException {
        try (Connection connection =
                new PostgresDialect(settings).dataSource(false).getConnection()) {
            return Sql.query(
                    connection,
                    "select usename || ' ' || client_dn || ' ' || version from pg_stat_ssl join pg_stat_activity using (pid)"
                            + " where pid = pg_backend_pid() and ssl",
                    row -> row.getString(1));
        }
    }

    private static void refused(Settings settings) {
        assertThrows(SQLException.class, () -> who(settings));
    }

    @Test
    public void theWholeStoreWorksWithTwoCertificatesAndNoPassword() {
        try (OpenStore store = new OpenStore(
                settings("authority.crt", p12("user", "secret")), new TestKeys(), () -> Samples.NOW, List::of)) {
            ServiceId house = new ServiceId(UUID.randomUUID());
            store.site().insert(Samples.house(house), Samples.audit(house, "house"));
            assertEquals(1, store.trail().after(house, 0, 10).size());
        }
    }

    @Test
    public void theServerKnowsWhoItIsByTheCertificateOverNewTls() throws SQLException {
        List<String> expected = List.of("openbarnahus /CN=openbarnahus TLSv1.3");
        assertEquals(expected, who(settings("authority.crt", pk8("user"))));
        assertEquals(expected, who(settings("authority.crt", p12("user", "secret"))));
    }

    @Test
    public void whoHasNoCertificateOrAForeignOneOrAnothersIsRefused() {
        refused(settings("authority.crt", Optional.empty()));
        refused(settings("authority.crt", pk8("stranger")));
        refused(settings("authority.crt", pk8("owner")));
        refused(settings("authority.crt", p12("user", "wrong")));
    }

    @Test
    public void aServerOfAnotherAuthorityIsRefused() {
        refused(settings("foreign.crt", pk8("user")));
    }

    @Test
    public void aServerWithAnotherNameIsRefused() throws Exception {
        // it is at 127.0.0.1 too, which its certificate does not say; there nobody asks by himself
        Settings other = settings("authority.crt", pk8("user"));
        String url = other.url().replace("127.0.0.2", "127.0.0.1");
        Tls tls = other.tls();
        refused(Settings.of(url + "?sslmode=verify-full", "openbarnahus", "").with(tls));
        assertEquals(
                1,
                who(Settings.of(url + "?sslmode=verify-ca", "openbarnahus", "").with(tls))
                        .size());
    }

    @Test
    public void withoutTlsNothingIsSaid() {
        Tls tls = settings("authority.crt", pk8("user")).tls();
        refused(server.fromAnotherMachine("?sslmode=disable").with(tls));
        server.sql("alter system set ssl = off", "select pg_reload_conf()");
        try {
            StoreFixture.until(() -> off());
            refused(server.fromAnotherMachine("").with(tls));
        } finally {
            server.sql("alter system set ssl = on", "select pg_reload_conf()");
            StoreFixture.until(() -> !off());
        }
    }

    private static boolean off() {
        try (Connection connection = server.superuser()) {
            return Sql.query(connection, "show ssl", row -> row.getString(1)).equals(List.of("off"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void aKeyThatOthersCanReadIsRefused() throws IOException {
        Path key = Files.copy(file("user.p12"), file("open.p12"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        Path password = Files.writeString(file("password"), "secret\n");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Tls.of(config(key, password)));
        assertTrue(String.valueOf(refused.getMessage()).contains("chmod go-rwx"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertEquals(p12("open", "secret"), Tls.of(config(key, password)).user());
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw----r--"));
        assertThrows(IllegalArgumentException.class, () -> Tls.of(config(key, password)));
        assertThrows(java.io.UncheckedIOException.class, () -> Tls.of(config(file("nowhere"), password)));
    }

    /** As Declarative Services would give it: everything else is as it comes. */
    private static StoreConfig config(Path key, Path password) {
        Map<String, Object> set =
                Map.of("certificate_key", key.toString(), "certificate_password_file", password.toString());
        return (StoreConfig) Proxy.newProxyInstance(
                StoreConfig.class.getClassLoader(),
                new Class<?>[] {StoreConfig.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
