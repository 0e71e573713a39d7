// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real PostgreSQL server of the test's own, on a free port, in a directory of its own, with the two roles of a deployer. */
final class Postgres implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "openbarnahus_owner";
    private static final String USER = "openbarnahus";
    private static final String KEEPS_LITTLE = " -c max_wal_size=48MB -c min_wal_size=32MB";

    private final Path bin;
    private final Path data;
    private final int port;
    private final String more;

    private Postgres(Path bin, Path data, int port, String more) {
        this.bin = bin;
        this.data = data;
        this.port = port;
        this.more = more;
    }

    /** Newest installed version; empty when none is installed. */
    static Optional<Path> installed() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(v -> v.resolve("bin"))
                    .filter(b -> Files.isExecutable(b.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        }
    }

    static Postgres start() throws IOException, InterruptedException {
        // below the system's own directory for temporary files: the server's user must be able to reach it
        return start(Files.createTempDirectory("openbarnahus-postgres"), "");
    }

    /** With all it writes on a disk of its own, of which it keeps no more than it must. */
    static Postgres startOn(SmallDisk disk) throws IOException, InterruptedException {
        return start(Files.createDirectory(disk.place().resolve("postgres")), KEEPS_LITTLE);
    }

    private static Postgres start(Path data, String more) throws IOException, InterruptedException {
        Path bin = installed().orElseThrow();
        if (isRoot()) {
            run(List.of("chown", "postgres", data.toString()));
        }
        Postgres server = new Postgres(bin, data, Distribution.freePort(), more);
        server.asServer("initdb", "-D", data + "/db", "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C");
        server.up();
        server.sql("create role " + OWNER + " login");
        server.sql("create role " + USER + " login");
        server.sql("create database " + USER + " owner " + OWNER);
        return server;
    }

    void up() throws IOException, InterruptedException {
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + data + more;
        asServer("pg_ctl", "-D", data + "/db", "-w", "-l", data + "/log", "-o", options, "start");
    }

    int port() {
        return port;
    }

    /** Whether anybody can work with it. */
    boolean isUp() throws InterruptedException {
        return tried("select 1");
    }

    /** False when the server is away, or goes away over it. */
    boolean tried(String statement) throws InterruptedException {
        try {
            sql(statement);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void sql(String statement) throws IOException, InterruptedException {
        psql(SUPERUSER, "postgres", statement);
    }

    private void psql(String role, String database, String statements) throws IOException, InterruptedException {
        String server = data.toString();
        asServer(
                "psql",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                server,
                "-p",
                port + "",
                "-U",
                role,
                "-d",
                database,
                "-c",
                statements);
    }

    /** As whoever has the password of the role that works, in the house of that code. */
    void asThief(String house, String statement) throws IOException, InterruptedException {
        String enter =
                "select set_config('ob.tenant', (select id::text from service where code = '" + house + "'), false); ";
        psql(USER, USER, enter + statement);
    }

    /** The server and everything it started, without asking: as when the power goes. */
    void kill() throws IOException, InterruptedException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("db/postmaster.pid")).getFirst());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            while (process.isAlive()) {
                Thread.sleep(10);
            }
        }
    }

    void stop() throws IOException, InterruptedException {
        asServer("pg_ctl", "-D", data + "/db", "-w", "-m", "immediate", "stop");
    }

    /** For the product's environment. */
    Map<String, String> settings() {
        return settings(port);
    }

    /** The same by way of somebody at another port. */
    Map<String, String> settings(int through) {
        return Map.of(
                "HUB_STORE__URL",
                "jdbc:postgresql://127.0.0.1:" + through + "/" + USER,
                "HUB_STORE__USER",
                USER,
                "HUB_STORE__OWNER",
                OWNER);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        run(List.of("rm", "-rf", data.toString()));
    }

    private void asServer(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("openbarnahus", ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + Files.readString(output));
        }
        Files.delete(output);
    }
}
