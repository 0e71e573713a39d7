// SPDX-License-Identifier: Apache-2.0
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The first page of the case list with its total, against the two statements that it needs. */
record Lists(Site site, Report report) {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 60;
    private static final String COLUMNS = "id, case_number, state, case_date, age, sex, municipality, suspicion, next_due,"
            + " next_due_rule, changed_at";

    /**
     * Who lists, and what an expert would ask the database for.
     *
     * @param own the condition that leaves what (s)he may know about
     */
    private record Reader(String suffix, String own, String words) {
        String page() {
            return "select " + COLUMNS + " from case_record where service = ?" + own
                    + " order by service, changed_at desc, id desc limit 50";
        }

        String total() {
            return "select count(*) from case_record where service = ?" + own;
        }
    }

    private static final Reader PRACTITIONER = new Reader(
            "",
            " and (state <> 'closed' or state_day >= current_date - 30) and exists (select 1"
                    + " from case_member m join account a on a.id = m.account where m.case_id = case_record.id"
                    + " and a.username = '" + Site.PRACTITIONER + "' and m.ended = false)",
            "a practitioner who is a member of all of them");
    private static final Reader COORDINATOR =
            new Reader("-house", "", "a coordinator, who is shown the whole house");

    /** Each is a list of milliseconds. */
    private record Times(List<Double> counted, List<Double> remembered, List<Double> health, List<Double> bare) {}

    void measure() throws Exception {
        measure(COORDINATOR, site.coordinator());
        measure(PRACTITIONER, site.product().signIn("practitioner", Site.SERVICE));
    }

    private void measure(Reader reader, Api api) throws Exception {
        Times times = new Times(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (Connection connection = site.bare().open();
                Connection syncing = site.bare().beside();
                BareWriter writer =
                        new BareWriter(site.bare(), site.saved(), BareWriter.sync(site.bare(), syncing));
                PreparedStatement page = connection.prepareStatement(reader.page());
                PreparedStatement total = connection.prepareStatement(reader.total())) {
            page.setObject(1, site.saved().service());
            total.setObject(1, site.saved().service());
            for (int i = 0; i < WARM_UP + ROUNDS; i++) {
                if (i == WARM_UP) {
                    clear(times);
                }
                round(api, writer, page, total, times);
            }
        }
        tell(reader, times);
    }

    /** A write first, on both sides: until then the product remembers a total, and H2 the result of a statement. */
    private void round(Api api, BareWriter writer, PreparedStatement page, PreparedStatement total, Times times)
            throws Exception {
        site.coordinator().post("/cases", Site.body());
        writer.write();
        times.counted.add(millis(() -> list(api)));
        times.remembered.add(millis(() -> list(api)));
        times.health.add(millis(() -> api.get("/health")));
        times.bare.add(millis(() -> read(page) + read(total)));
    }

    private static Object list(Api api) throws Exception {
        var answer = api.get("/cases?limit=50");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("GET /cases answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static int read(PreparedStatement query) throws SQLException {
        int seen = 0;
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    rows.getString(i);
                }
                seen++;
            }
        }
        return seen;
    }

    private void tell(Reader reader, Times times) throws Exception {
        double transport = median(times.health);
        double bare = median(times.bare);
        double counted = median(times.counted) - transport;
        double remembered = median(times.remembered) - transport;
        report.line(
                "list-" + site.kind() + reader.suffix(),
                "ms",
                counted,
                bare,
                "wanted ratio <= 3",
                "median server time of the first 50 of " + site.cases() + " cases with their total counted anew, for "
                        + reader.words() + ", 1 client; elapsed " + Report.text(median(times.counted)) + " ms less "
                        + Report.text(transport) + " ms of GET /health (which asks the database too); "
                        + Report.text(remembered) + " ms = " + Report.text(remembered / bare)
                        + " with the total remembered");
    }

    private static void clear(Times times) {
        times.counted.clear();
        times.remembered.clear();
        times.health.clear();
        times.bare.clear();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double millis(java.util.concurrent.Callable<?> work) throws Exception {
        long begin = System.nanoTime();
        work.call();
        return (System.nanoTime() - begin) / 1e6;
    }
}
