// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code Bench HOME WORK [--long] [NAME...]}: measures the distribution in HOME, with files of its own in WORK. */
public final class Bench {
    private static final List<String> H2 =
            List.of("post-h2-1", "post-h2-8", "get-h2", "list-h2", "rss-load", "plugin-switch");
    private static final List<String> LIMITS = List.of("start-cold", "start-warm", "rss-start", "sign-in");
    private static final List<String> PG = List.of("post-pg-1", "post-pg-8", "get-pg", "list-pg");
    private static final int CASES = 20_000;
    private static final int MANY_CASES = 100_000;

    private final Path home;
    private final Path work;
    private final int cases;
    private final Set<String> names;
    private final Report report = new Report(System.out);
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Bench(Path home, Path work, int cases, Set<String> names) {
        this.home = home;
        this.work = work;
        this.cases = cases;
        this.names = names;
    }

    public static void main(String[] arguments) throws Exception {
        Set<String> names = new LinkedHashSet<>(List.of(arguments).subList(2, arguments.length));
        boolean many = names.remove("--long");
        Set<String> known = new LinkedHashSet<>(LIMITS);
        known.addAll(H2);
        known.addAll(PG);
        if (!known.containsAll(names)) {
            System.err.println("bench: the names are " + String.join(" ", known));
            System.exit(2);
        }
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else it waits 40 ms before every body
        Bench bench = new Bench(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                many ? MANY_CASES : CASES,
                names.isEmpty() ? known : names);
        Runtime.getRuntime().addShutdownHook(new Thread(bench::close));
        bench.run();
    }

    private void run() throws Exception {
        if (names.stream().anyMatch(n -> H2.contains(n) || LIMITS.contains(n))) {
            onH2();
            close();
        }
        if (names.stream().anyMatch(PG::contains)) {
            if (Postgres.installed().isEmpty()) {
                System.err.println("bench: PostgreSQL is not installed, so nothing is measured on it");
                return;
            }
            onPostgres();
            close();
        }
    }

    private void onH2() throws Exception {
        Site site = new Site(home, work, null);
        opened(site.product());
        site.startCold();
        Living living = new Living(site, report);
        if (names.contains("start-cold")) {
            living.cold();
        }
        if (names.contains("sign-in")) {
            new SignIns(site, report).measure();
        }
        if (names.contains("start-warm") || names.contains("rss-start")) {
            living.warm(names.contains("start-warm"), names.contains("rss-start"));
        }
        if (names.stream().anyMatch(H2::contains)) {
            compared(site);
            if (names.contains("rss-load")) {
                living.memoryUnderLoad();
            }
            if (names.contains("plugin-switch")) {
                living.plugins();
            }
        }
    }

    private void onPostgres() throws Exception {
        Postgres server = Postgres.start(work.resolve("postgres"));
        opened(server);
        Site site = new Site(home, work, server);
        opened(site.product());
        site.startCold();
        compared(site);
    }

    /** The list first, while both databases hold the same. */
    private void compared(Site site) throws Exception {
        site.fill(cases);
        Rates rates = new Rates(site, report);
        if (names.contains("list-" + site.kind())) {
            new Lists(site, report).measure();
        }
        if (names.contains("get-" + site.kind())) {
            rates.get(work.resolve("keystore.p12"));
        }
        for (int clients : new int[] {1, 8}) {
            if (names.contains("post-" + site.kind() + "-" + clients)) {
                rates.post(clients);
            }
        }
    }

    private synchronized void opened(AutoCloseable resource) {
        open.push(resource);
    }

    /** The last opened first; at the end and when interrupted. */
    private synchronized void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.err.println("bench: " + e.getMessage());
            }
        }
    }
}
