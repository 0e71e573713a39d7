// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The product on one kind of database, and a copy of its database for bare JDBC. */
final class Site {
    static final String SERVICE = "SE-DEMO";
    /** The first of the demo's practitioners: the one whom {@link Product#signIn} takes. */
    static final String PRACTITIONER = "se-police";
    static final int DEMO_CASES = 50;
    private static final int SAVED = 100;
    private static final String COPY = "bare";

    private final String kind;
    private final Path work;
    private final Product product;
    private final Postgres server;
    private final List<String> ids = new ArrayList<>();
    private Store bare;
    private SavedCase saved;
    private int cases;
    private double cold;
    private double rssCold;
    private Api coordinator;

    /**
     * @param server null for the embedded database
     */
    Site(Path home, Path work, Postgres server) throws IOException {
        this.kind = server == null ? "h2" : "pg";
        this.work = work;
        this.server = server;
        this.product = new Product(home, work.resolve(kind + "-data"), server == null ? Map.of() : server.settings());
    }

    Product product() {
        return product;
    }

    /** First start, with the demo's cases and some saved over REST. Runs afterwards. */
    void startCold() throws Exception {
        cold = product.start(DEMO_CASES);
        coordinator = product.signIn("coordinator", SERVICE);
        product.awaitCases(coordinator, DEMO_CASES);
        rssCold = product.rss();
        for (int i = 0; i < SAVED; i++) {
            var answer = coordinator.post("/cases", body());
            if (answer.statusCode() != 201) {
                throw new IOException("POST /cases answered " + answer.statusCode() + " " + answer.body());
            }
            ids.add(Api.JSON.readTree(answer.body()).path("id").stringValue());
        }
    }

    /** Fills the database, copies it for bare JDBC and starts the product again on the original. */
    void fill(int wanted) throws Exception {
        product.stop();
        Store own = own();
        cases = Filler.fill(own, SERVICE, wanted);
        try (Connection connection = own.open()) {
            saved = SavedCase.readWhole(connection, UUID.fromString(ids.getLast()));
        }
        bare = copy();
        product.start(0);
        coordinator = product.signIn("coordinator", SERVICE);
        product.awaitQuiet();
    }

    private Store own() throws IOException {
        return server == null
                ? Store.h2(product.data().resolve("db"), product.data())
                : Store.postgres(server, Postgres.DATABASE);
    }

    private Store copy() throws IOException, SQLException {
        if (server == null) {
            Path directory = Files.createDirectories(work.resolve(COPY));
            Files.copy(product.data().resolve("db/openbarnahus.mv.db"), directory.resolve("openbarnahus.mv.db"));
            return Store.h2(directory, product.data());
        }
        try (Connection connection = DriverManager.getConnection(server.url("template1"), Postgres.SUPERUSER, "")) {
            connection.createStatement().execute("create database " + COPY + " template " + Postgres.DATABASE);
        }
        return Store.postgres(server, COPY);
    }

    String kind() {
        return kind;
    }

    double cold() {
        return cold;
    }

    double rssCold() {
        return rssCold;
    }

    int cases() {
        return cases;
    }

    Store bare() {
        return bare;
    }

    /** The last case saved over REST before the copy was taken. */
    SavedCase saved() {
        return saved;
    }

    /** Cases with two entries each that are in both databases. */
    List<String> ids() {
        return ids;
    }

    Api coordinator() {
        return coordinator;
    }

    /** A Swedish case with two entries, one with a note: every gate has something to look at. */
    static String body() {
        LocalDate today = LocalDate.now();
        return """
                {"core": {"case_date": "%s", "report_date": "%s", "initiated_by": "police", "child_role": "victim",
                 "age": 9, "sex": "female", "municipality": "0180", "suspicion": [{"code": "physical_other", "main": true}],
                 "online_element": "none"}, "national": {"se.suspect_reasonable_date": "%s"}, "timeline": [
                 {"type": "referral", "date": "%s", "conditions": {"eligibility": "accepted", "urgency": "soon"}},
                 {"type": "forensic_interview", "date": "%s", "location": "barnahus",
                  "conditions": {"interview.protocol": "nichd_revised"}, "note": "Went calmly; a break after half an hour."}]}
                """.formatted(today.minusDays(20), today.minusDays(25), today.minusDays(24), today.minusDays(19), today.minusDays(9));
    }
}
