// SPDX-License-Identifier: Apache-2.0
import java.util.concurrent.atomic.AtomicInteger;

/** Starting, memory, and plugins that come and go; compared with limits, not with bare JDBC. */
record Living(Site site, Report report) {
    private static final double START_LIMIT = 15;
    private static final double SWITCH_LIMIT = 5;
    private static final double RSS_START_LIMIT = 450;
    private static final double RSS_LOAD_LIMIT = 700;
    private static final int LOAD_SECONDS = 30;
    private static final int LOAD_CLIENTS = 8;
    private static final int SWITCHES = 3;
    private static final String NORWAY = "openbarnahus-country-no";
    private static final String INDICATORS = "openbarnahus-indicators-barnahus";

    void cold() throws Exception {
        report.line("start-cold", "s", site.cold(), START_LIMIT, "wanted at most the baseline",
                "hub run --demo on an empty data directory until it answers, H2");
    }

    /** Stops and starts; tells what is asked for. */
    void warm(boolean start, boolean memory) throws Exception {
        site.product().stop();
        double seconds = site.product().start(0);
        if (start) {
            report.line("start-warm", "s", seconds, START_LIMIT, "wanted at most the baseline",
                    "hub run on the data directory of the first start until it answers, H2");
        }
        if (memory) {
            Thread.sleep(10_000);
            report.line("rss-start", "MB", site.product().rss(), RSS_START_LIMIT, "wanted at most the baseline",
                    "VmRSS 10 s after a start without new demo cases, default heap, H2; "
                            + Report.text(site.rssCold()) + " MB after the first start, when "
                            + 2 * Site.DEMO_CASES + " demo cases had been saved");
        }
    }

    void memoryUnderLoad() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        double most = 0;
        Load all = new Load();
        for (int i = 0; i < LOAD_SECONDS; i++) {
            all.run(LOAD_CLIENTS, 1, client -> mixed(turn.incrementAndGet()));
            most = Math.max(most, site.product().rss());
        }
        report.line("rss-load", "MB", most, RSS_LOAD_LIMIT, "wanted at most the baseline",
                "highest VmRSS in " + LOAD_SECONDS + " s of POST, GET and list in turns from " + LOAD_CLIENTS
                        + " clients, " + all.count() + " done, " + all.failed() + " failed, "
                        + site.cases() + " cases, default heap, H2");
    }

    private boolean mixed(int turn) throws Exception {
        Api api = site.coordinator();
        return switch (turn % 3) {
            case 0 -> api.post("/cases", Site.body()).statusCode() == 201;
            case 1 -> api.get("/cases/" + site.ids().get(turn % site.ids().size())).statusCode() == 200;
            default -> api.get("/cases?limit=50").statusCode() == 200;
        };
    }

    /** The longest of several switches of a national pack and of the indicators; somebody else works meanwhile. */
    void plugins() throws Exception {
        Api admin = site.product().signIn("national_admin", Site.SERVICE);
        Api norway = site.product().signIn("coordinator", "NO-DEMO");
        AtomicInteger done = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        Thread reader = Thread.ofPlatform().start(() -> read(done, failed));
        double longest = 0;
        try {
            for (int i = 0; i < SWITCHES; i++) {
                longest = Math.max(longest, twice(admin, NORWAY, norway, "/schemas/current"));
                longest = Math.max(longest, twice(admin, INDICATORS, site.coordinator(), "/indicators"));
            }
        } finally {
            reader.interrupt();
            reader.join();
        }
        report.line("plugin-switch", "s", longest, SWITCH_LIMIT, "wanted at most the baseline and 0 failed",
                "longest of " + SWITCHES * 4 + " switches off and on of a country and of the indicators, from PUT "
                        + "/plugins until GET /schemas/current or /indicators shows it; " + failed + " of "
                        + (done.get() + failed.get()) + " requests of a reader of other things failed meanwhile, H2");
    }

    private void read(AtomicInteger done, AtomicInteger failed) {
        String[] paths = {"/cases?limit=50", "/cases/" + site.ids().getFirst(), "/schemas/current", "/health"};
        for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
            try {
                boolean fine = site.coordinator().get(paths[i % paths.length]).statusCode() == 200;
                (fine ? done : failed).incrementAndGet();
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                failed.incrementAndGet();
            }
        }
    }

    private static double twice(Api admin, String plugin, Api witness, String path) throws Exception {
        return Math.max(once(admin, plugin, "off", witness, path), once(admin, plugin, "on", witness, path));
    }

    private static double once(Api admin, String plugin, String state, Api witness, String path) throws Exception {
        String before = seen(witness, path);
        long begin = System.nanoTime();
        var answer = admin.put("/plugins/" + plugin, "{\"state\": \"" + state + "\"}");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("PUT /plugins answered " + answer.statusCode() + " " + answer.body());
        }
        while (seen(witness, path).equals(before)) {
            if (System.nanoTime() - begin > 60e9) {
                throw new IllegalStateException(plugin + " " + state + " is not seen in " + path);
            }
            Thread.sleep(20);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String seen(Api witness, String path) throws Exception {
        var answer = witness.get(path);
        return answer.statusCode() == 200 ? answer.body() : Integer.toString(answer.statusCode());
    }
}
