// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;

/**
 * Whoever has the password of the role that works on PostgreSQL, and none of the product's keys: what that person cannot do. What can
 * be done stands in docs/deployer/README.md, and what cannot holds for SQL that is smuggled into the product too.
 */
public class TakenPasswordTest {
    private static final ServiceId ONE = new ServiceId(UUID.randomUUID());
    private static final ServiceId OTHER = new ServiceId(UUID.randomUUID());
    private static final String NOT_ALLOWED = "42501";

    private static PostgresServer server;
    private static OpenStore store;

    @BeforeClass
    public static void start() {
        server = PostgresServer.startOrSkip();
        store = open(server.settings());
        for (ServiceId house : List.of(ONE, OTHER)) {
            store.site().insert(Samples.house(house), Samples.audit(house, "house"));
            CaseFile file = Samples.aCase(house, 1, Samples.everyKind());
            store.tenants().write(house, unit -> {
                unit.nextNumber("SE-LKP", 2026);
                unit.insert(file);
                return Samples.written(house, file);
            });
        }
    }

    @AfterClass
    public static void stop() {
        if (server != null) {
            store.close();
            server.close();
        }
    }

    /** As psql would, with the password. */
    private static Connection thief() throws SQLException {
        Settings taken = server.settings();
        return DriverManager.getConnection(taken.url(), taken.user(), taken.password());
    }

    private static void refused(String... attempts) throws SQLException {
        for (String attempt : attempts) {
            try (Connection connection = thief()) {
                connection.setAutoCommit(attempt.startsWith("create") || attempt.startsWith("alter"));
                SQLException refused =
                        assertThrows(attempt, SQLException.class, () -> Sql.execute(connection, attempt));
                assertEquals(attempt + ": " + refused.getMessage(), NOT_ALLOWED, refused.getSQLState());
            }
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        return Sql.query(connection, sql, row -> row.getLong(1)).getFirst();
    }

    @Test
    public void nothingIsMadeThatCouldBeTakenForOurs() throws SQLException {
        refused(
                "create table public.account_use2 (x int)",
                "create view public.seen as select * from account",
                "create function public.ob_tenant(text) returns uuid language sql return null::uuid",
                "create operator public.=== (leftarg = uuid, rightarg = uuid, function = pg_catalog.uuid_eq)",
                "create schema openbarnahus_owner",
                "create schema openbarnahus",
                "create temporary table audit (like audit)",
                "create temporary view account as select 1",
                "create function pg_temp.leak(text) returns boolean language sql return true",
                "create extension pg_trgm",
                "create cast (uuid as bigint) without function",
                "create event trigger watch on ddl_command_start execute function refuse_change_of_audit()",
                "create publication all_of_it for all tables",
                "create role another login");
    }

    @Test
    public void theLockIsNotLiftedAndNobodyElseIsBecome() throws SQLException {
        refused(
                "alter table case_record disable row level security",
                "alter table case_record no force row level security",
                "alter policy house on case_record using (true)",
                "drop policy house on case_record",
                "create policy more on case_record using (true)",
                "create trigger mine before insert on case_record for each row execute function refuse_change_of_audit()",
                "alter table case_record owner to openbarnahus",
                "create or replace function public.ob_tenant() returns uuid language sql return null::uuid",
                "alter function ob_purpose() set search_path = public",
                "set role openbarnahus_owner",
                "set session authorization postgres",
                "set session_replication_role = replica",
                "grant openbarnahus_owner to openbarnahus",
                "alter role openbarnahus bypassrls",
                "alter role openbarnahus_owner password 'mine'",
                "alter role openbarnahus_owner set search_path = pg_temp",
                "alter database openbarnahus set search_path = pg_temp",
                "alter system set log_statement = 'all'",
                "set log_min_messages = debug5",
                "load 'auto_explain'");
    }

    @Test
    public void theTrailIsAddedToAndNothingElse() throws SQLException {
        refused(
                "update audit set detail = 'x'",
                "delete from audit",
                "truncate audit",
                "insert into audit select * from audit on conflict (chain, seq) do update set detail = 'x'",
                "merge into audit a using audit b on a.seq = b.seq when matched then delete",
                "select * from audit for update",
                "lock table audit in access exclusive mode",
                "alter table audit disable trigger all",
                "drop table audit",
                "delete from audit_head",
                "truncate audit_head",
                "drop trigger audit_head_moves_forward on audit_head",
                "insert into audit_before_chain default values",
                "update audit_before_chain set detail = 'x'",
                "delete from erased_case",
                "update service set country = 'NO'",
                "select * from flyway_schema_history",
                "truncate case_record");
        try (Connection connection = thief()) {
            SQLException back = assertThrows(
                    SQLException.class, () -> Sql.execute(connection, "update audit_head set seq = seq - 1"));
            assertTrue(back.getMessage(), String.valueOf(back.getMessage()).contains("append-only"));
        }
    }

    @Test
    public void theMachineOfTheServerIsOutOfReach() throws SQLException {
        refused(
                "copy (select 1) to program 'true'",
                "copy case_record to '/nowhere/x'",
                "copy throttle from '/etc/passwd'",
                "select pg_read_file('postgresql.conf')",
                "select pg_ls_dir('.')",
                "select lo_import('/etc/passwd')",
                "select lo_export(1, '/nowhere/x')",
                "select pg_reload_conf()",
                "select pg_switch_wal()",
                "select pg_create_physical_replication_slot('mine')",
                "create tablespace mine location '/nowhere'",
                "create subscription mine connection 'host=127.0.0.1' publication x");
    }

    /** A role may change its own settings: they outlive a new password. */
    @Test
    public void settingsThatAreLeftBehindChangeNothingOrAreSaid() throws SQLException {
        server.newDatabase("left_behind");
        Settings settings = server.settings("left_behind");
        open(settings).close();
        leave(settings, "row_security = off", "default_transaction_read_only = on");
        leave(settings, "default_transaction_isolation = serializable", "statement_timeout = 1", "lock_timeout = 1");
        try (OpenStore again = open(settings)) {
            ServiceId house = new ServiceId(UUID.randomUUID());
            again.site().insert(Samples.house(house), Samples.audit(house, "house"));
            CaseFile file = Samples.aCase(house, 1, Samples.everyKind());
            again.tenants().write(house, unit -> {
                unit.insert(file);
                return Samples.written(house, file);
            });
            assertEquals(1, again.trail().after(house, 1, 10).size());
            assertEquals(
                    List.of("read committed"),
                    again.database()
                            .beside(
                                    Scope.SITE,
                                    c -> Sql.query(c, "show transaction_isolation", row -> row.getString(1))));
        }
        leave(settings, "search_path = pg_catalog");
        IllegalArgumentException told = assertThrows(
                IllegalArgumentException.class, () -> open(settings).close());
        assertTrue(told.getMessage(), String.valueOf(told.getMessage()).contains("reset all"));
    }

    @Test
    public void theProofIsMadeAgainWhenItsRowsWereTaken() throws SQLException {
        server.newDatabase("no_proof");
        Settings settings = server.settings("no_proof");
        open(settings).close();
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), "")) {
            for (int row = 1; row <= 2; row++) {
                Sql.execute(connection, "set ob.tenant = '" + new UUID(0, row) + "'");
                assertEquals(1, Sql.update(connection, "delete from tenant_probe"));
            }
        }
        open(settings).close();
    }

    /** A function that tells what it is asked about is asked about rows of the house alone. */
    @Test
    public void whatAConditionSeesIsOfTheHouse() throws SQLException {
        try (Connection superuser = server.superuser()) {
            Sql.execute(
                    superuser,
                    "create function public.tell(uuid) returns boolean language plpgsql cost 0.000001 as"
                            + " $$ begin raise notice 'saw %', $1; return true; end $$");
        }
        try (Connection connection = thief();
                Statement statement = connection.createStatement()) {
            statement.execute("set ob.tenant = '" + ONE.value() + "'");
            statement.executeQuery("select 1 from case_record where tell(service) order by 1");
            List<String> told = new ArrayList<>();
            for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
                told.add(String.valueOf(each.getMessage()));
            }
            assertEquals(List.of("saw " + ONE.value()), told);
        }
    }

    private static void leave(Settings settings, String... its) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), "")) {
            Sql.execute(connection, "set default_transaction_read_only = off");
            for (String each : its) {
                Sql.execute(connection, "alter role openbarnahus in database left_behind set " + each);
            }
        }
    }

    private static OpenStore open(Settings settings) {
        return new OpenStore(settings, new TestKeys(), () -> Samples.NOW, List::of);
    }

    @Test
    public void statisticsAndSessionsTellNothingOfHouses() throws SQLException {
        try (Connection superuser = server.superuser()) {
            Sql.execute(superuser, "analyze");
        }
        try (Connection owner = DriverManager.getConnection(server.settings().url(), "openbarnahus_owner", "");
                Connection connection = thief()) {
            Sql.execute(owner, "select 'of the owner'");
            assertEquals(
                    List.of(),
                    Sql.query(
                            connection,
                            "select s.tablename from pg_stats s join pg_class c on c.relname = s.tablename"
                                    + " where c.relrowsecurity",
                            row -> row.getString(1)));
            assertEquals(
                    0,
                    count(
                            connection,
                            "select count(*) from pg_stat_activity where usename = 'openbarnahus_owner'"
                                    + " and query like '%owner%'"));
            assertEquals(0, count(connection, "select count(*) from case_record"));
        }
    }
}
