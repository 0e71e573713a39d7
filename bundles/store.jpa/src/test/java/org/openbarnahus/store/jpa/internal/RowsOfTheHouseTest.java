// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;

/**
 * No query reaches another house, whatever it says: plain SQL on the connections of the application, with nothing of the
 * program in between. Every table with a column {@code service} is tried, also those that come later.
 */
public class RowsOfTheHouseTest {
    private static final String DENIED = "42501";

    private static StoreFixture db;
    private static RowOfEverything one;
    private static RowOfEverything other;

    private List<String> tables = List.of();

    @BeforeClass
    public static void twoHouses() {
        db = StoreFixture.on(PostgresServer.startOrSkip());
        db.listener = Optional.empty();
        one = RowOfEverything.in(db);
        other = RowOfEverything.in(db);
    }

    @AfterClass
    public static void close() {
        if (db != null) {
            db.close();
        }
    }

    @Before
    public void everyTableOfHouses() throws SQLException {
        try (Connection connection = db.anybody()) {
            tables = Sql.query(
                    connection,
                    "select c.table_name from information_schema.columns c join information_schema.tables t"
                            + " using (table_schema, table_name) where c.column_name = 'service'"
                            + " and c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1",
                    row -> row.getString(1));
        }
        assertTrue(
                tables.toString(),
                tables.containsAll(
                        List.of("case_record", "audit", "outbox", "draft", "passkey", "recovery_code", "account_use")));
    }

    @Test
    public void aHouseSeesItsOwnRowsAndNoOthers() throws SQLException {
        for (String table : tables) {
            assertTrue("a row of each house in " + table, db.count(count(table, one.house)) > 0);
            assertTrue("its own of " + table, seen(Scope.of(other.house), count(table, other.house)) > 0);
            assertEquals(table, 0, seen(Scope.of(other.house), count(table, one.house)));
            assertEquals(
                    table,
                    0,
                    seen(
                            Scope.of(other.house),
                            "select count(*) from " + table + " where service is distinct from '" + other.house + "'"));
        }
    }

    @Test
    public void aHouseNeitherChangesNorDeletesAnothersRows() throws SQLException {
        for (String table : tables) {
            String where = " where service = '" + one.house + "'";
            long before = db.count(count(table, one.house));
            assertEquals(
                    table, 0, changed(Scope.of(other.house), "update " + table + " set service = service" + where));
            assertEquals(table, 0, changed(Scope.of(other.house), "delete from " + table + where));
            assertEquals(table, before, db.count(count(table, one.house)));
        }
    }

    @Test
    public void aHouseAddsNothingToAnother() throws SQLException {
        for (String table : tables) {
            String row;
            try (Connection connection = db.anybody()) {
                row = Sql.query(
                                connection,
                                "select to_jsonb(t) from " + table + " t where service = ? limit 1",
                                r -> r.getString(1),
                                one.house.value())
                        .getFirst();
            }
            String insert =
                    "insert into " + table + " overriding system value select * from jsonb_populate_record(null::"
                            + table + ", '" + row.replace("'", "''") + "')";
            assertDenied(table, Scope.of(other.house), insert);
        }
    }

    @Test
    public void aHouseGivesNothingAway() {
        for (String table : tables) {
            String update =
                    "update " + table + " set service = '" + one.house + "' where service = '" + other.house + "'";
            assertDenied(table, Scope.of(other.house), update);
        }
    }

    /** What stands in the migration and in decision 22, and not one table more. */
    @Test
    public void aTaskOfAllHousesSeesItsOwnTablesOnly() throws SQLException {
        Map<Scope, Set<String>> opened = Map.of(
                Scope.SITE, Set.of(),
                Scope.BACKUP, Set.of(),
                Scope.RESTORE, Set.of(),
                Scope.SIGN_IN, Set.of("account", "linked_identity", "passkey", "token"),
                Scope.OUTBOX, Set.of("outbox"),
                Scope.PURGE, Set.of("answered_request", "draft", "enrolment_code", "sign_in", "token"));
        for (var task : opened.entrySet()) {
            Set<String> seen = new java.util.TreeSet<>();
            for (String table : tables) {
                if (seen(task.getKey(), count(table, one.house)) > 0) {
                    seen.add(table);
                }
            }
            assertEquals(task.getKey().purpose(), new java.util.TreeSet<>(task.getValue()), seen);
        }
    }

    @Test
    public void aTaskOfAllHousesDeletesWhatItIsForAndChangesNothing() throws SQLException {
        Map<Scope, Set<String>> mayDelete = Map.of(
                Scope.SITE, Set.of(),
                Scope.BACKUP, Set.of(),
                Scope.RESTORE, Set.of(),
                Scope.SIGN_IN, Set.of(),
                Scope.OUTBOX, Set.of("outbox"),
                Scope.PURGE, Set.of("answered_request", "draft", "enrolment_code", "sign_in", "token"));
        for (var task : mayDelete.entrySet()) {
            Map<String, Long> deleted = new TreeMap<>();
            for (String table : tables) {
                assertEquals(table, 0, changed(task.getKey(), "update " + table + " set service = service"));
                long rows = changed(task.getKey(), "delete from " + table);
                if (rows > 0) {
                    deleted.put(table, rows);
                }
            }
            assertEquals(task.getKey().purpose(), task.getValue(), deleted.keySet());
        }
    }

    @Test
    public void aConnectionForgetsTheHouseWithItsTransaction() throws SQLException {
        db.read(one.house, unit -> unit.responses("barnahus.child"));
        assertThrows(
                IllegalStateException.class,
                () -> db.write(one.house, unit -> {
                    throw new IllegalStateException("rolled back");
                }));
        db.write(one.house, unit -> StoreFixture.auditOnly(one.house, unit.nextNumber("SE-LKP", 2026)));
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < db.settings.poolSize(); i++) {
                all.add(db.store().database().connection());
            }
            for (Connection connection : all) {
                assertTrue(
                        Sql.query(connection, "select current_setting('ob.tenant', true)", r -> r.getString(1)).stream()
                                .allMatch(tenant -> tenant == null || tenant.isEmpty()));
                assertEquals(List.of(0L), Sql.query(connection, "select count(*) from case_record", r -> r.getLong(1)));
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    @Test
    public void theNumberOfACaseLeavesTheTransactionWithItsHouse() throws SQLException {
        String next = "select * from next_case_number(cast(? as uuid), 'SE-LKP', 2026)";
        String house = db.store().database().beside(Scope.of(other.house), connection -> {
            Sql.query(connection, next, row -> row.getInt(1), one.house.toString());
            return Sql.query(connection, "select current_setting('ob.tenant')", row -> row.getString(1))
                    .getFirst();
        });
        assertEquals(other.house.toString(), house);
    }

    @Test
    public void theApplicationOnlyAddsToTheTrailAndLiftsNoLock() {
        for (String sql : List.of(
                "update audit set detail = 'x'",
                "delete from audit",
                "truncate audit",
                "delete from audit_head",
                "truncate audit_head",
                "delete from service",
                "select * from flyway_schema_history",
                "alter table case_record no force row level security",
                "drop policy house on case_record",
                "set role openbarnahus_owner",
                "create table mine (id uuid)",
                "create or replace function ob_tenant() returns uuid language sql as 'select null::uuid'")) {
            assertDenied(sql, Scope.of(one.house), sql);
        }
    }

    @Test
    public void whatBeginsBeforeTheHouseIsKnownIsDoneForTheHouseThatIsFound() {
        assertTrue(db.store().site().useOtpStep(one.account.username(), 7));
        assertFalse(db.store().site().useOtpStep(one.account.username(), 7));
        assertFalse(db.store().site().useOtpStep("nobody", 7));
        assertEquals(
                one.house, db.store().site().token(one.token()).orElseThrow().service());
        assertEquals(List.of(), db.store().site().accounts(new ServiceId(new java.util.UUID(9, 9))));
    }

    private static String count(String table, ServiceId house) {
        return "select count(*) from " + table + " where service = '" + house + "'";
    }

    private static long seen(Scope scope, String sql) throws SQLException {
        return db.store()
                .database()
                .beside(scope, c -> Sql.query(c, sql, row -> row.getLong(1)).getFirst());
    }

    /** Rows that were reached; the transaction is rolled back. */
    private static long changed(Scope scope, String sql) throws SQLException {
        try (Connection connection = db.store().database().beside()) {
            connection.setAutoCommit(false);
            db.store().database().dialect().enter(connection, scope);
            return Sql.update(connection, sql);
        } catch (SQLException e) {
            assertEquals(sql, DENIED, e.getSQLState());
            return 0;
        }
    }

    private static void assertDenied(String message, Scope scope, String sql) {
        SQLException refused = assertThrows(
                message,
                SQLException.class,
                () -> db.store().database().beside(scope, connection -> {
                    Sql.execute(connection, sql);
                    return sql;
                }));
        assertEquals(message, DENIED, refused.getSQLState());
    }
}
