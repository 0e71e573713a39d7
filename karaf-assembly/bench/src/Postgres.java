// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of our own, on a free port, with its settings as they come: every commit is synced. The product has the
 * two roles of a deployer; bare JDBC is a superuser, whom row level security does not bind.
 */
final class Postgres implements AutoCloseable {
    static final String SUPERUSER = "postgres";
    static final String DATABASE = "openbarnahus";
    private static final String OWNER = "openbarnahus_owner";
    private static final String USER = "openbarnahus";

    private final Path bin;
    private final Path data;
    private final int port;

    private Postgres(Path bin, Path data, int port) {
        this.bin = bin;
        this.data = data;
        this.port = port;
    }

    /** Programs of the newest version installed; empty when none is. */
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

    /**
     * @param note where its directory is written down, for whoever has to clean up after a crash
     */
    static Postgres start(Path note) throws IOException, InterruptedException {
        // not below our own directory: the server's user must be able to reach it
        Path data = Files.createTempDirectory("openbarnahus-bench-postgres");
        Files.writeString(note, data.toString());
        if (isRoot()) {
            run(List.of("chown", "postgres", data.toString()));
        }
        Postgres server = new Postgres(installed().orElseThrow(), data, freePort());
        server.asServer("initdb", "-D", data + "/db", "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C");
        String options = "-p " + server.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + data;
        server.asServer("pg_ctl", "-D", data + "/db", "-w", "-l", data + "/log", "-o", options, "start");
        server.sql("create role " + OWNER + " login");
        server.sql("create role " + USER + " login");
        server.sql("create database " + DATABASE + " owner " + OWNER);
        return server;
    }

    private void sql(String statement) throws IOException, InterruptedException {
        asServer("psql", "-h", data.toString(), "-p", port + "", "-U", SUPERUSER, "-d", "postgres", "-c", statement);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** For the product's environment. */
    Map<String, String> settings() {
        return Map.of("HUB_STORE__URL", url(DATABASE), "HUB_STORE__USER", USER, "HUB_STORE__OWNER", OWNER);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        asServer("pg_ctl", "-D", data + "/db", "-w", "-m", "immediate", "stop");
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
        Path output = Files.createTempFile("openbarnahus-bench", ".out");
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
