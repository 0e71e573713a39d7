// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;

/** A store whose database would not keep the houses apart does not open, and says why. */
public class SecondLockTest {
    private static PostgresServer server;
    private static int databases;

    private final String database = "lock" + ++databases;

    @BeforeClass
    public static void start() {
        server = PostgresServer.startOrSkip();
    }

    @AfterClass
    public static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    public void twoRolesOpenAgainAndAgain() {
        server.newDatabase(database);
        saveAndRead(server.settings(database));
        saveAndRead(server.settings(database));
    }

    @Test
    public void aSuperuserIsRefusedBeforeAnythingIsMade() throws SQLException {
        server.newDatabase(database);
        assertRefused(server.superuser(database), "superuser");
        try (Connection connection = server.superuserOf(database)) {
            assertEquals(
                    List.of(0),
                    Sql.query(
                            connection,
                            "select count(*) from pg_tables where schemaname = 'public'",
                            row -> row.getInt(1)));
        }
    }

    @Test
    public void aDeveloperMayBeASuperuserAndMakeItTwoRolesLater() throws Exception {
        server.newDatabase(database);
        saveAndRead(server.superuser(database).unlock());
        giveToTheOwner();
        saveAndRead(server.settings(database));
    }

    /** As the deployer's page says. */
    private void giveToTheOwner() throws IOException, SQLException {
        String page = Files.readString(Path.of("../../docs/deployer/README.md"));
        String first = "alter database openbarnahus owner";
        String sql = page.substring(page.indexOf(first), page.indexOf("```", page.indexOf(first)));
        try (Connection connection = server.superuserOf(database)) {
            Sql.execute(connection, sql.replace(first, "alter database " + database + " owner"));
        }
    }

    @Test
    public void aRoleThatBypassesTheLockIsRefused() {
        server.newDatabase(database);
        server.sql("alter role openbarnahus bypassrls");
        try {
            assertRefused(server.settings(database), "BYPASSRLS");
        } finally {
            server.sql("alter role openbarnahus nobypassrls");
        }
    }

    @Test
    public void aMemberOfTheOwnerIsRefused() {
        server.newDatabase(database);
        server.sql("grant openbarnahus_owner to openbarnahus");
        try {
            assertRefused(server.settings(database), "could lift its lock");
        } finally {
            server.sql("revoke openbarnahus_owner from openbarnahus");
        }
    }

    /** As where the database was made by PostgreSQL 14 or before, and its page of ours was not followed. */
    @Test
    public void whereEverybodyMayMakeThingsNobodyDoesAnyMore() throws SQLException {
        server.newDatabase(database);
        try (Connection connection = server.superuserOf(database)) {
            Sql.execute(connection, "grant create on schema public to public, openbarnahus");
            Sql.execute(connection, "grant create on database " + database + " to openbarnahus");
        }
        saveAndRead(server.settings(database));
        try (Connection connection = server.superuserOf(database)) {
            assertEquals(
                    List.of(false),
                    Sql.query(
                            connection,
                            "select has_schema_privilege('openbarnahus', 'public', 'create')"
                                    + " or has_database_privilege('openbarnahus', '" + database + "', 'create')"
                                    + " or has_database_privilege('openbarnahus', '" + database + "', 'temporary')",
                            row -> row.getBoolean(1)));
        }
    }

    /** The owner cannot take back what is not the owner's to give. */
    @Test
    public void aRoleThatMayMakeThingsIsRefused() throws SQLException {
        server.newDatabase(database);
        saveAndRead(server.settings(database));
        try (Connection connection = server.superuserOf(database)) {
            Sql.execute(connection, "alter schema public owner to postgres");
            Sql.execute(connection, "grant usage on schema public to openbarnahus_owner with grant option");
            Sql.execute(connection, "grant create on schema public to public");
        }
        assertRefused(server.settings(database), "revoke create on schema public");
        try (Connection connection = server.superuserOf(database)) {
            Sql.execute(connection, "revoke create on schema public from public");
            Sql.execute(connection, "alter database " + database + " owner to postgres");
            Sql.execute(connection, "grant create on database " + database + " to openbarnahus");
        }
        assertRefused(server.settings(database), "revoke create on database " + database);
    }

    @Test
    public void oneRoleForEverythingIsBoundTooAndMayBecomeTwoLater() throws Exception {
        server.sql("create database " + database + " owner openbarnahus");
        saveAndRead(server.alone(database));
        try (OpenStore store = open(server.alone(database))) {
            assertEquals(
                    List.of(0L),
                    store.database()
                            .beside(
                                    Scope.of(new ServiceId(UUID.randomUUID())),
                                    c -> Sql.query(c, "select count(*) from case_record", row -> row.getLong(1))));
        }
        giveToTheOwner();
        saveAndRead(server.settings(database));
    }

    @Test
    public void aLockThatWasTamperedWithIsNoticed() throws SQLException {
        server.newDatabase(database);
        open(server.settings(database)).close();
        assertNoticed("drop policy house on case_record", "case_record");
        assertNoticed(
                "alter function refuse_change_of_audit() owner to openbarnahus", "owns the function refuse_change");
        assertNoticed("alter table draft disable row level security", "draft");
        assertNoticed("alter table audit no force row level security", "audit");
        assertNoticed("create policy more on response using (true)", "response");
        assertNoticed("create policy more on token for insert with check (true)", "token");
        assertNoticed("set role openbarnahus_owner; create table later (service uuid)", "later");
        assertNoticed(
                "set role openbarnahus_owner; create materialized view later as select service from alert", "later");
        assertNoticed(
                "create policy more on tenant_probe for select using (ob_tenant() is not null)",
                "a transaction for one house saw 2 rows");
        assertNoticed(
                "create policy more on tenant_probe for select using (ob_tenant() is null)",
                "a transaction without a house saw 2 rows");
        assertNoticed(
                "create policy more on tenant_probe for insert with check (ob_tenant() is not null)",
                "added a row to another");
        assertNoticed("alter policy backup on case_record to public", "case_record");
        assertNoticed("alter table passkey disable row level security", "passkey");
        assertNoticed("drop policy house on recovery_code", "recovery_code");
        assertNoticed("create policy more on account_use using (true)", "account_use");
        assertNoticed("set role openbarnahus_owner; create table later (account uuid)", "later");
        assertNoticed(
                "drop function ob_tenant() cascade", "acceptance, account, account_request, account_use, agreement");
    }

    /** The change is made in a copy of the database. */
    private void assertNoticed(String change, String message) throws SQLException {
        String copy = database + "_copy";
        server.sql("drop database if exists " + copy);
        server.sql("create database " + copy + " owner openbarnahus_owner template " + database);
        try (Connection connection = server.superuserOf(copy)) {
            Sql.execute(connection, change);
        }
        assertRefused(server.settings(copy), message);
    }

    private static void assertRefused(Settings settings, String message) {
        IllegalArgumentException refused = assertThrows(
                message, IllegalArgumentException.class, () -> open(settings).close());
        String told = String.valueOf(refused.getMessage());
        assertTrue(told, told.contains(message));
        assertTrue(told, told.contains("docs/deployer/README.md"));
    }

    private static void saveAndRead(Settings settings) {
        try (OpenStore store = open(settings)) {
            ServiceId house = new ServiceId(UUID.randomUUID());
            store.site().insert(Samples.house(house), Samples.audit(house, "house"));
            CaseFile file = Samples.aCase(house, 1, Samples.everyKind());
            store.tenants().write(house, unit -> {
                unit.nextNumber("SE-LKP", 2026);
                unit.insert(file);
                return Samples.written(house, file);
            });
            assertEquals(Optional.of(file), store.tenants().read(house, unit -> unit.findCase(file.id())));
            assertEquals(2, store.trail().after(house, 0, 10).size());
        }
    }

    private static OpenStore open(Settings settings) {
        return new OpenStore(settings, new TestKeys(), () -> Samples.NOW, List::of);
    }
}
