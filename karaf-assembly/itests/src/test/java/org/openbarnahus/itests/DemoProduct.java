// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openbarnahus.itests.RestContract.Running;

/** The distribution in demo mode, started once for a class of tests, with its coordinator signed in. */
final class DemoProduct implements AutoCloseable {
    private static final int CASES = 20;
    private static final long PATIENCE_SECONDS = 120;

    private final Hub hub;
    private final Running running;
    private final Api coordinator;

    private DemoProduct(Hub hub, Running running, Api coordinator) {
        this.hub = hub;
        this.running = running;
        this.coordinator = coordinator;
    }

    static DemoProduct start(String name, Map<String, String> environment) throws Exception {
        Path home = Distribution.unpack(name);
        Path data = Files.createDirectories(
                home.resolveSibling(name + "-data-" + ProcessHandle.current().pid()));
        Hub hub = new Hub(home, data, environment);
        int port = Distribution.freePort();
        hub.start(port, "--demo", "--demo-cases", Integer.toString(CASES));
        try {
            Demo demo = Demo.of(data);
            Api coordinator = Demo.signIn(data, port, demo.user("coordinator", "SE-DEMO"));
            awaitCases(coordinator);
            return new DemoProduct(hub, new Running(data, port, demo), coordinator);
        } catch (Exception | AssertionError e) {
            hub.close();
            throw e;
        }
    }

    private static void awaitCases(Api api) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (api.get("/cases?limit=1").body().path("total").intValue() < CASES) {
            if (System.nanoTime() > end) {
                throw new AssertionError("demo cases are not there after " + PATIENCE_SECONDS + " s");
            }
            Thread.sleep(200);
        }
    }

    Running running() {
        return running;
    }

    Api coordinator() {
        return coordinator;
    }

    @Override
    public void close() throws Exception {
        hub.close();
    }
}
