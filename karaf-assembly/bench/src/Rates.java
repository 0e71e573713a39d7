// SPDX-License-Identifier: Apache-2.0
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Rates of the product and of bare JDBC in turns, a few seconds each: whatever else the machine does meets both. Only one of
 * the two works at a time.
 */
record Rates(Site site, Report report) {
    private static final double WARM_UP = 5;
    private static final int MOST_WARM_UPS = 60;
    private static final int LEVEL_WARM_UPS = 6;
    private static final double GROWING = 1.02;
    /** A warmer machine must not measure a larger house: what is written stays. */
    private static final int MOST_WARM_UP_REQUESTS = 40_000;
    private static final int MOST_CLIENTS = 8;
    private static final double TURN = 3.4;
    private static final int TURNS = 3;
    private static final String CLIENT = "HTTPS keep-alive, JDK HttpClient";

    private record Pair(int clients, Load product, Load bare, double cpu) {
        double ratio() {
            return product.rate() / bare.rate();
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%d client%s, %s/s to %s/s, p50 %s ms, p95 %s ms (bare %s, %s), product's CPU %s ms a request, %d failed",
                    clients,
                    clients == 1 ? "" : "s",
                    Report.text(product.rate()),
                    Report.text(bare.rate()),
                    Report.text(product.percentile(0.5)),
                    Report.text(product.percentile(0.95)),
                    Report.text(bare.percentile(0.5)),
                    Report.text(bare.percentile(0.95)),
                    Report.text(cpu),
                    product.failed() + bare.failed());
        }
    }

    void post(int clients) throws Exception {
        List<BareWriter> writers = new ArrayList<>();
        try (Connection own = site.bare().beside()) {
            GroupSync sync = BareWriter.sync(site.bare(), own);
            for (int i = 0; i < clients; i++) {
                writers.add(new BareWriter(site.bare(), site.saved(), sync));
            }
            String body = Site.body();
            Api api = site.coordinator();
            Pair pair = inTurns(
                    clients,
                    c -> api.post("/cases", body).statusCode() == 201,
                    c -> writers.get(c).write());
            String durable = site.bare().embedded()
                    ? "AES, WRITE_DELAY=0 and a grouped CHECKPOINT SYNC before each acknowledgement on both sides"
                    : "synchronous_commit on, fsync on, on both sides";
            line("post-" + site.kind() + "-" + clients, pair, 1 / 3.0, "rows: " + site.saved().count() + "; " + durable);
        } finally {
            for (BareWriter writer : writers) {
                writer.close();
            }
        }
    }

    /** At one client and at eight; the line tells the lower ratio, its conditions both. */
    void get(Path keystore) throws Exception {
        try (BareReader reader = new BareReader(site.bare(), Site.SERVICE, keystore, 8)) {
            HttpClient http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(reader.tls())
                    .build();
            Api bare = new Api(http, reader.port());
            String same = sameJson(bare);
            Pair one = pair(bare, 1);
            sealed(one);
            Pair eight = pair(bare, 8);
            Pair worse = one.ratio() < eight.ratio() ? one : eight;
            Pair other = worse == one ? eight : one;
            line("get-" + site.kind(), worse, 1 / 4.0, "also " + other.text()
                    + " = " + Report.text(other.ratio()) + "; " + same
                    + "; bare side: same rows and JSON in a bare servlet on the same Jetty, "
                    + "without session, audit and decryption");
        }
    }

    /** What opening the sealed texts of a case has of the time in which one client has its answer. */
    private void sealed(Pair one) throws Exception {
        SealedTexts texts = SealedTexts.like(site.saved(), KeyFolder.open(site.product().data()));
        report.line("fields-" + site.kind(), "ms", texts.millis(), one.product.percentile(0.5), "wanted ratio <= 0.1",
                "opening the key and " + texts.texts().size() + " texts of a case, beside the p50 of GET of such a case by one client");
    }

    private Pair pair(Api bare, int clients) throws Exception {
        return inTurns(
                clients,
                c -> site.coordinator().get("/cases/" + anyId()).statusCode() == 200,
                c -> bare.get("/cases/" + anyId()).statusCode() == 200);
    }

    private String anyId() {
        return site.ids().get(ThreadLocalRandom.current().nextInt(site.ids().size()));
    }

    private String sameJson(Api bare) throws Exception {
        String path = "/cases/" + site.ids().getFirst();
        return site.coordinator().json(path).equals(bare.json(path)) ? "answers equal" : "ANSWERS DIFFER";
    }

    private Pair inTurns(int clients, Load.Request product, Load.Request bare) throws Exception {
        warmUp(product);
        new Load().run(clients, WARM_UP, product);
        new Load().run(clients, WARM_UP, bare);
        Load ours = new Load();
        Load theirs = new Load();
        double cpu = 0;
        for (int i = 0; i < TURNS; i++) {
            double before = site.product().cpu();
            ours.run(clients, TURN, product);
            cpu += site.product().cpu() - before;
            theirs.run(clients, TURN, bare);
        }
        return new Pair(clients, ours, theirs, cpu * 1_000 / ours.count());
    }

    /**
     * With many clients until the rate no longer grows and a request takes no less of the product's CPU: the compilers have a long
     * queue, get little on a busy machine, and a server runs for months.
     */
    private void warmUp(Load.Request product) throws Exception {
        double best = 0;
        double least = Double.MAX_VALUE;
        int level = 0;
        int sent = 0;
        for (int i = 0; i < MOST_WARM_UPS && level < LEVEL_WARM_UPS && sent < MOST_WARM_UP_REQUESTS; i++) {
            Load load = new Load();
            double before = site.product().cpu();
            load.run(MOST_CLIENTS, WARM_UP, product);
            double each = (site.product().cpu() - before) / Math.max(1, load.count());
            level = load.rate() > best * GROWING || each * GROWING < least ? 0 : level + 1;
            best = Math.max(best, load.rate());
            sent += load.count();
            least = Math.min(least, each);
        }
    }

    private void line(String name, Pair pair, double wanted, String conditions) throws Exception {
        report.line(
                name,
                "1/s",
                pair.product.rate(),
                pair.bare.rate(),
                "wanted ratio >= " + Report.text(wanted),
                pair.text() + refusals(pair) + "; " + conditions + "; " + site.cases() + " cases in both databases; " + CLIENT);
    }

    private String refusals(Pair pair) {
        return pair.product.failed() == 0 ? "" : " (last: " + site.coordinator().refusal() + ")";
    }
}
