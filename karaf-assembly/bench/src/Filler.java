// SPDX-License-Identifier: Apache-2.0
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Fills the database of a stopped product with copies of its demo cases: new ids and numbers, each changed a second before
 * the one before. Their texts are left out: they are bound to their row and could not be deciphered elsewhere.
 */
final class Filler {
    private static final int FIRST_SERIAL = 100_000; // the counters of the demo end far below
    private static final int BATCH = 500;

    private Filler() {}

    /** Until the service has the number of cases wanted; gives back how many it has. */
    static int fill(Store store, String service, int wanted) throws SQLException {
        try (Connection connection = store.open()) {
            connection.setAutoCommit(false);
            List<SavedCase> models = models(connection, service);
            List<PreparedStatement> inserts = new ArrayList<>();
            for (Rows rows : models.getFirst().tables()) {
                inserts.add(connection.prepareStatement(rows.insert()));
            }
            for (int i = 0; i < wanted - models.size(); i++) {
                add(models.get(i % models.size()), i, inserts);
                if (i % BATCH == BATCH - 1) {
                    flush(connection, inserts);
                }
            }
            flush(connection, inserts);
            connection.setAutoCommit(true);
            giveAll(connection, service);
            connection.createStatement().execute("analyze");
            return Math.max(wanted, models.size());
        }
    }

    /**
     * The practitioner who lists works with every case, and none of them has been closed for long: a list of all of them, with a look
     * at each whether it may be shown, is the most that it can cost.
     */
    private static void giveAll(Connection connection, String service) throws SQLException {
        try (PreparedStatement members = connection.prepareStatement(
                        "insert into case_member (case_id, account, service, version, since, ended)"
                                + " select c.id, a.id, c.service, 1, current_timestamp, false from case_record c"
                                + " join account a on a.service = c.service and a.username = ?"
                                + " where c.service = (select id from service where code = ?) and not exists"
                                + " (select 1 from case_member m where m.case_id = c.id and m.account = a.id)");
                PreparedStatement closed = connection.prepareStatement(
                        "update case_record set state_day = current_date where state = 'closed'"
                                + " and service = (select id from service where code = ?)")) {
            members.setString(1, Site.PRACTITIONER);
            members.setString(2, service);
            members.executeUpdate();
            closed.setString(1, service);
            closed.executeUpdate();
        }
    }

    private static List<SavedCase> models(Connection connection, String service) throws SQLException {
        List<SavedCase> models = new ArrayList<>();
        Rows own = Rows.read(connection, "case_record", "service = (select id from service where code = ?)", service);
        for (Object id : own.all("id")) {
            models.add(SavedCase.read(connection, (UUID) id));
        }
        return models;
    }

    private static void add(SavedCase model, int index, List<PreparedStatement> inserts) throws SQLException {
        Map<Object, Object> keys = model.keys(FIRST_SERIAL + index);
        for (int t = 0; t < inserts.size(); t++) {
            model.tables()
                    .get(t)
                    .with("texts", old -> null)
                    .with("changed_at", old -> new Timestamp(((Timestamp) old).getTime() - index * 1_000L))
                    .add(inserts.get(t), keys);
        }
    }

    private static void flush(Connection connection, List<PreparedStatement> inserts) throws SQLException {
        for (PreparedStatement insert : inserts) {
            insert.executeBatch();
        }
        connection.commit();
    }
}
