// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The distribution as an operator runs it, through its own hub script, with its state in a directory of its own. */
final class Hub implements AutoCloseable {
    private static final String LISTENING = "0A";
    /** Of no account where the machine has nothing else to do. */
    private static final String PATIENCE_SECONDS = "300";

    private final Path home;
    private final Path data;
    private final Map<String, String> environment;

    Hub(Path home, Path data) {
        this(home, data, Map.of());
    }

    /** The environment sets what DIR/etc would: see {@code hub help}. */
    Hub(Path home, Path data, Map<String, String> environment) {
        this.home = home;
        this.data = data;
        this.environment = environment;
    }

    /** Returns when the product answers. */
    void start(int port, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run", "--background", "--port", Integer.toString(port)));
        arguments.addAll(List.of(more));
        assertEquals("see " + data.resolve("log"), 0, hub(arguments));
    }

    /** Any other command; what it said is in the failure when it ends with another code. */
    void run(int code, String... arguments) throws IOException, InterruptedException {
        int ended = hub(List.of(arguments));
        assertEquals(said(), code, ended);
    }

    /** The last time. */
    String said() throws IOException {
        return Files.readString(output());
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readString(data.resolve("hub.pid")).strip());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        assertEquals(0, hub(List.of("stop")));
    }

    private int hub(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/hub").toString()));
        command.addAll(arguments);
        command.addAll(List.of("--data", data.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
        builder.environment().put("HUB_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HUB_WAIT", PATIENCE_SECONDS);
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }

    private Path output() {
        return home.resolveSibling(data.getFileName() + ".out");
    }

    /** Ports of the listening TCP sockets that the process holds (Linux). */
    Set<Integer> listening() throws IOException {
        Set<String> sockets = sockets(Path.of("/proc", Long.toString(pid()), "fd"));
        Set<Integer> ports = new HashSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns[3].equals(LISTENING) && sockets.contains("socket:[" + columns[9] + "]")) {
                    ports.add(Integer.parseInt(columns[1].substring(columns[1].indexOf(':') + 1), 16));
                }
            }
        }
        return ports;
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        Set<String> found = new HashSet<>();
        try (Stream<Path> files = Files.list(descriptors)) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    found.add(Files.readSymbolicLink(file).toString());
                }
            }
        }
        return found;
    }
}
