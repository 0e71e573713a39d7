// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The start-up test of PostgreSQL's row level security: when it would not keep the houses apart, the store does not open.
 * Decision 22.
 */
record SecondLock(PostgresDialect dialect, Settings settings) {
    private static final Logger LOG = LoggerFactory.getLogger(SecondLock.class);

    private static final ServiceId ONE = new ServiceId(new UUID(0, 1));
    private static final ServiceId OTHER = new ServiceId(new UUID(0, 2));
    private static final UUID NONE_OF_THEM = new UUID(0, 3);

    /** SQL state of a row that a policy refuses. */
    private static final String REFUSED = "42501";

    private static final String SEE = "; see \"Second lock\" in docs/deployer/README.md";

    private static final String UNBOUND =
            "select 1 from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)";

    private static final String OUR_SCHEMA = "(select relnamespace from pg_class where oid = 'tenant_probe'::regclass)";

    /** A function as well as a table: whoever owns one says what it does when somebody else calls it. */
    private static final String OWNS = "select 'table ' || relname as what from pg_class where relnamespace = "
            + OUR_SCHEMA + " and relkind in ('r', 'p') and pg_has_role(current_user, relowner, 'member')"
            + " union all select 'function ' || proname from pg_proc where pronamespace = " + OUR_SCHEMA
            + " and pg_has_role(current_user, proowner, 'member') order by 1 desc limit 1";

    /** Where it could make something that the owner of the tables finds under a name that means something else. */
    private static final String MAKES =
            "select 'schema ' || s as place from unnest(current_schemas(false)) s where has_schema_privilege(s, 'create')"
                    + " union all select 'database ' || current_database()"
                    + " where has_database_privilege(current_database(), 'create') order by 1";

    private static final String MAKES_TEMPORARY =
            "select 1 where has_database_privilege(current_database(), 'temporary')";

    /** Tables of houses and of accounts that the role reaches without the lock, without the policy of the house, or with one that asks for neither house nor task. */
    private static final String OPEN = "select distinct c.relname from pg_class c"
            + " join pg_attribute a on a.attrelid = c.oid and a.attname in ('service', 'account') and not a.attisdropped"
            + " where c.relnamespace = " + OUR_SCHEMA
            + " and c.relkind in ('r', 'p', 'm', 'f')"
            + " and has_table_privilege(c.oid, 'select, insert, update, delete') and not (c.relrowsecurity and c.relforcerowsecurity"
            + " and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'house' and p.polcmd = '*'"
            + " and pg_get_expr(p.polqual, p.polrelid) like '%ob_tenant()%'"
            + " and pg_get_expr(p.polwithcheck, p.polrelid) like '%ob_tenant()%')"
            + " and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive"
            + " and (pg_get_expr(p.polqual, p.polrelid) !~ 'ob_(tenant|purpose)[(]'"
            + " or pg_get_expr(p.polwithcheck, p.polrelid) !~ 'ob_(tenant|purpose)[(]'"
            + " or p.polname in ('backup', 'restore') and 0 = any (p.polroles)))) order by 1";

    /** Refuses a role that no policy binds. */
    void examine() {
        try (Connection connection = dialect.dataSource(false).getConnection()) {
            if (!unbound(connection)) {
                return;
            }
            if (!settings.unlocked()) {
                throw new IllegalArgumentException("the role " + settings.user()
                        + " is a superuser or has BYPASSRLS, so PostgreSQL would not keep the houses apart: connect as a role"
                        + " without either, or set development.unlocked = true on a developer's machine" + SEE);
            }
            LOG.warn("development.unlocked: the role {} sees all houses; never with real data", settings.user());
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    /** Looks at every table of houses, and tries to reach another house's row. Leaves nothing behind. */
    void prove() {
        try (Connection connection = dialect.dataSource(false).getConnection()) {
            if (unbound(connection)) {
                return; // allowed by examine()
            }
            refuseLost(connection);
            refuseOwner(connection);
            refuseMaker(connection);
            refuseOpenTables(connection);
            connection.setAutoCommit(false);
            refuseToSee(connection, List.of(), "without a house");
            dialect.enter(connection, Scope.of(ONE));
            refuseToSee(connection, List.of(ONE.value()), "for one house");
            refuseToChange(connection);
            connection.rollback();
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    private static boolean unbound(Connection connection) throws SQLException {
        return !Sql.query(connection, UNBOUND, row -> row.getInt(1)).isEmpty();
    }

    /** Whoever owns a table can lift its lock. */
    private void refuseOwner(Connection connection) throws SQLException {
        List<String> owned = Sql.query(connection, OWNS, row -> row.getString(1));
        if (owned.isEmpty()) {
            return;
        }
        if (twoRoles()) {
            throw new IllegalArgumentException("the role " + settings.user() + " owns the " + owned.getFirst()
                    + " or is a member of the role that does, and could lift its lock: give tables and functions to the"
                    + " owner" + SEE);
        }
        LOG.warn("one role of PostgreSQL owns the tables and works on them: two are safer{}", SEE);
    }

    private boolean twoRoles() {
        return settings.owner().filter(o -> !o.user().equals(settings.user())).isPresent();
    }

    /** A role can change its own settings, and so can whoever has its password. */
    private void refuseLost(Connection connection) throws SQLException {
        if (Sql.query(connection, "select 1 where to_regclass('tenant_probe') is null", row -> row.getInt(1))
                .isEmpty()) {
            return;
        }
        throw new IllegalArgumentException("the role " + settings.user()
                + " does not find the tables: unless you have given it a search_path of its own, somebody else has;"
                + " alter role " + settings.user() + " reset all" + SEE);
    }

    /** The owner's rights are those of whoever can put something in the owner's way. */
    private void refuseMaker(Connection connection) throws SQLException {
        if (!twoRoles()) {
            return; // refuseOwner() has warned
        }
        List<String> places = Sql.query(connection, MAKES, row -> row.getString(1));
        if (!places.isEmpty()) {
            throw new IllegalArgumentException("the role " + settings.user() + " may make things in the "
                    + places.getFirst() + ", which the owner of the tables could take for its own: revoke create on "
                    + places.getFirst() + " from public, " + settings.user() + SEE);
        }
        if (!Sql.query(connection, MAKES_TEMPORARY, row -> row.getInt(1)).isEmpty()) {
            LOG.warn(
                    "the role {} may make temporary tables, which come before ours: revoke temporary on the database{}",
                    settings.user(),
                    SEE);
        }
    }

    private static void refuseOpenTables(Connection connection) throws SQLException {
        List<String> open = Sql.query(connection, OPEN, row -> row.getString(1));
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("row level security was switched off or changed on "
                    + String.join(", ", open)
                    + ": restore its policies as the files of db/postgresql make them, or the database from a backup"
                    + SEE);
        }
    }

    private static void refuseToSee(Connection connection, List<UUID> expected, String how) throws SQLException {
        List<UUID> seen =
                Sql.query(connection, "select service from tenant_probe", row -> row.getObject("service", UUID.class));
        if (!seen.equals(expected)) {
            throw broken("a transaction " + how + " saw " + seen.size() + " rows and should see " + expected.size());
        }
    }

    private static void refuseToChange(Connection connection) throws SQLException {
        int changed = Sql.update(
                connection, "update tenant_probe set service = ? where service = ?", ONE.value(), OTHER.value());
        int deleted = Sql.update(connection, "delete from tenant_probe where service = ?", OTHER.value());
        if (changed + deleted != 0) {
            throw broken("a transaction for one house changed a row of another");
        }
        try {
            Sql.update(connection, "insert into tenant_probe (service) values (?)", NONE_OF_THEM);
        } catch (SQLException e) {
            if (REFUSED.equals(e.getSQLState())) {
                return;
            }
            throw e;
        }
        throw broken("a transaction for one house added a row to another");
    }

    private static IllegalArgumentException broken(String what) {
        return new IllegalArgumentException("row level security does not hold: " + what
                + "; restore the policies of the files of db/postgresql" + SEE);
    }
}
