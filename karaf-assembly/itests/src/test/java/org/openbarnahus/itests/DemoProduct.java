// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distribution in demo mode, started once for a suite of tests; its users sign in when they are first asked for. */
final class DemoProduct implements AutoCloseable {
    private static final int CASES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Hub hub;
    private final Path home;
    private final Path data;
    private final int port;
    private final Demo demo;
    private final Map<Demo.User, Api> signedIn = new HashMap<>();

    private DemoProduct(Hub hub, Path home, Path data, int port) throws Exception {
        this.hub = hub;
        this.home = home;
        this.data = data;
        this.port = port;
        this.demo = Demo.of(data);
    }

    /** Returns when both houses have their cases. */
    static DemoProduct start(String name, Map<String, String> environment) throws Exception {
        return start(name, environment, CASES);
    }

    static DemoProduct start(String name, Map<String, String> environment, int cases) throws Exception {
        Path home = Distribution.unpack(name);
        Path data = Files.createDirectories(
                home.resolveSibling(name + "-data-" + ProcessHandle.current().pid()));
        Hub hub = new Hub(home, data, environment);
        int port = Distribution.freePort();
        hub.start(port, "--demo", "--demo-cases", Integer.toString(cases));
        try {
            DemoProduct product = new DemoProduct(hub, home, data, port);
            for (String house : new String[] {"SE-DEMO", "NO-DEMO"}) {
                Api api = product.as("coordinator", house);
                Samples.await(
                        PATIENCE,
                        () -> api.get("/cases?limit=1"),
                        a -> a.body().path("total").intValue() >= cases);
            }
            return product;
        } catch (Exception | AssertionError e) {
            hub.close();
            throw e;
        }
    }

    /** What {@code hub} prints; fails when its exit code is another than expected. */
    String hub(int exit, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/hub").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HUB_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HUB_DATA", data.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(said, exit, process.waitFor());
        return said;
    }

    /** Files of the audit trail written out: entries, checkpoints, public key. */
    List<Path> dumped() throws Exception {
        String verify = "hub admin audit-verify ";
        return hub(0, "admin", "audit-dump")
                .lines()
                .filter(line -> line.startsWith(verify))
                .flatMap(line -> Arrays.stream(line.substring(verify.length()).split(" ")))
                .map(Path::of)
                .toList();
    }

    /** What the verifier of auditors says of such files. */
    String verify(int exit, Path entries, Path checkpoints, Path key) throws Exception {
        return hub(exit, "admin", "audit-verify", entries.toString(), checkpoints.toString(), key.toString());
    }

    Path data() {
        return data;
    }

    int port() {
        return port;
    }

    /** The first such user of the house, signed in. */
    Api as(String role, String house) {
        return signedIn.computeIfAbsent(demo.user(role, house), user -> {
            try {
                return Demo.signIn(data, port, user);
            } catch (Exception e) {
                throw new AssertionError(user.username() + " cannot sign in", e);
            }
        });
    }

    long pid() throws IOException {
        return hub.pid();
    }

    Demo.User named(String username) {
        return demo.named(username);
    }

    @Override
    public void close() throws Exception {
        hub.close();
    }
}
