// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.Assume;

/**
 * A PostgreSQL server of its own in a temporary directory, on a free port of the loopback address, with the two roles that the
 * product wants: one owns the tables, the other works on them.
 */
final class PostgresServer implements AutoCloseable {
    static final String MISSING = "PostgreSQL is not installed in /usr/lib/postgresql: apt-get install postgresql";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "openbarnahus_owner";
    private static final String USER = "openbarnahus";

    private final Path bin;
    private final Path home;
    private final int port;

    private PostgresServer(Path bin) throws IOException {
        this.bin = bin;
        home = Files.createTempDirectory("openbarnahus-pg");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        if (isRoot()) {
            run(List.of("chown", "postgres", home.toString()));
        }
        pg("initdb", "-D", data(), "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        Path extra = Files.createTempFile("openbarnahus-pg", ".conf");
        Files.writeString(
                extra,
                "port = " + port + "\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\n"
                        + "max_connections = 60\n");
        List<String> append = new ArrayList<>(asPostgres());
        run(List.of("chmod", "644", extra.toString()));
        append.addAll(List.of("sh", "-c", "cat " + extra + " >> " + data() + "/postgresql.conf"));
        run(append);
        Files.delete(extra);
    }

    /** A started server, or empty when PostgreSQL is not installed here. */
    static Optional<PostgresServer> start() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            Optional<Path> bin = versions.map(v -> v.resolve("bin"))
                    .filter(b -> Files.isExecutable(b.resolve("initdb")))
                    .max(Comparator.naturalOrder());
            if (bin.isEmpty()) {
                return Optional.empty();
            }
            PostgresServer server = new PostgresServer(bin.get());
            server.up();
            server.sql("create role " + OWNER + " login", "create role " + USER + " login");
            server.newDatabase(USER);
            return Optional.of(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A started server; skips the test when PostgreSQL is not installed. */
    static PostgresServer startOrSkip() {
        Optional<PostgresServer> server = start();
        Assume.assumeTrue(MISSING, server.isPresent());
        return server.orElseThrow();
    }

    void up() {
        pg("pg_ctl", "-D", data(), "-w", "-l", home.resolve("log").toString(), "start");
    }

    /** As a power cut: no goodbye to clients. */
    void down() {
        pg("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
    }

    Settings settings() {
        return settings(USER);
    }

    Settings settings(String database) {
        return Settings.of(url(database), USER, "").ownedBy(new Settings.Owner(OWNER, ""));
    }

    /** One role for everything, as in the simplest installation. */
    Settings alone(String database) {
        return Settings.of(url(database), USER, "");
    }

    Settings superuser(String database) {
        return Settings.of(url(database), SUPERUSER, "");
    }

    /** Of somebody whom no policy binds. */
    Connection superuserOf(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, "");
    }

    /** Of the same, in the database of {@link #settings()}. */
    Connection superuser() throws SQLException {
        return superuserOf(USER);
    }

    void newDatabase(String name) {
        sql("create database " + name + " owner " + OWNER);
    }

    /**
     * Also on 127.0.0.2, which counts as another machine, over TLS alone, and for whoever has a certificate of this authority with
     * the name of the role; the tests' superuser stays where it was.
     */
    void certificatesOnly(Path certificate, Path key, Path authority) {
        try {
            write("server.crt", Files.readString(certificate));
            write("server.key", Files.readString(key));
            write("clients.crt", Files.readString(authority));
            write(
                    "pg_hba.conf",
                    "host all " + SUPERUSER + " 127.0.0.1/32 trust\n"
                            + "hostssl all all 127.0.0.0/8 cert clientcert=verify-full\n"
                            + "hostnossl all all 127.0.0.0/8 reject\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sql(
                "alter system set listen_addresses = '127.0.0.1,127.0.0.2'",
                "alter system set ssl = on",
                "alter system set ssl_cert_file = 'server.crt'",
                "alter system set ssl_key_file = 'server.key'",
                "alter system set ssl_ca_file = 'clients.crt'");
        down();
        up();
    }

    private void write(String name, String content) throws IOException {
        Path copy = Files.createTempFile("openbarnahus-pg", ".tmp");
        Files.writeString(copy, content);
        run(List.of("chmod", "644", copy.toString()));
        List<String> command = new ArrayList<>(asPostgres());
        String file = data() + "/" + name;
        command.addAll(List.of("sh", "-c", "cat " + copy + " > " + file + " && chmod 600 " + file));
        run(command);
        Files.delete(copy);
    }

    /** The same as {@link #settings()}, from another machine. */
    Settings fromAnotherMachine(String parameters) {
        return Settings.of("jdbc:postgresql://127.0.0.2:" + port + "/" + USER + parameters, USER, "")
                .ownedBy(new Settings.Owner(OWNER, ""));
    }

    void sql(String... statements) {
        try (Connection connection = superuserOf(SUPERUSER)) {
            for (String statement : statements) {
                Sql.execute(connection, statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?stringtype=unspecified";
    }

    /** Every byte of the tables on disk, after a checkpoint. */
    Path files() {
        return home;
    }

    @Override
    public void close() {
        down();
        run(List.of("rm", "-rf", home.toString()));
    }

    private String data() {
        return home.resolve("data").toString();
    }

    private void pg(String program, String... arguments) {
        List<String> command = new ArrayList<>(asPostgres());
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> asPostgres() {
        return isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            Path.of("target/postgres.log").toAbsolutePath().toFile()))
                    .directory(Path.of("/").toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed, see target/postgres.log");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static {
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(
                    Path.of("target/postgres.log"),
                    "",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
