// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.core.service.store.KeyService;

/** Fills an empty database from a backup, in one transaction, and looks whether all came through before it is kept. */
final class Restore {
    private static final int BATCH = 2_000;

    private final Path backup;
    private final Path files;
    private final KeyService keys;
    private @Nullable Manifest manifest;

    /**
     * @param files directory for the files of the backup; must not be there
     */
    Restore(Path backup, Path files, KeyService keys) {
        this.backup = backup;
        this.files = files;
        this.keys = keys;
    }

    /** What was restored. */
    Manifest manifest() {
        return Objects.requireNonNull(manifest);
    }

    /**
     * @throws RestoreRefusedException when it cannot be restored; the database is as empty as before
     */
    void into(Dialect dialect, DataSource source) {
        try (InputStream sealed = Files.newInputStream(backup);
                BackupReader reader = new BackupReader(keys.opening(sealed, Backups.PURPOSE))) {
            String version = reader.about().migration();
            if (MigrationVersion.fromVersion(version).isNewerThan(Migrations.newest(dialect, keys, source))) {
                throw new RestoreRefusedException("the backup was made by a newer version of the product");
            }
            // held open for H2, see Migrations
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                dialect.enter(connection, Scope.RESTORE);
                refuseUnlessEmpty(connection);
                connection.rollback();
                connection.setAutoCommit(true);
                Migrations.run(dialect, keys, source, version);
                dialect.unhurried(connection);
                connection.setAutoCommit(false);
                dialect.enter(connection, Scope.RESTORE);
                manifest = fill(reader, dialect, connection);
            }
        } catch (IOException e) {
            throw new RestoreRefusedException(words(e), e);
        } catch (SQLException e) {
            throw new RestoreRefusedException("the database did not take it, SQL state " + e.getSQLState(), e);
        }
    }

    private static String words(IOException e) {
        String said = String.valueOf(e.getMessage());
        return said.startsWith("the ") || said.startsWith("this ") || said.startsWith("there ")
                ? said
                : "the file is damaged, was changed, or belongs to other keys: put the folder of keys back that was in use"
                        + " when it was made";
    }

    private Manifest fill(BackupReader reader, Dialect dialect, Connection connection)
            throws SQLException, IOException {
        try {
            Manifest said = reader.load(connection, files);
            refuseHousesTogether(dialect, connection);
            List<String> faults = faults(connection, said);
            if (!faults.isEmpty()) {
                throw new RestoreRefusedException(String.join("; ", faults));
            }
            connection.commit();
            return said;
        } finally {
            // nothing to roll back after the commit
            connection.rollback();
        }
    }

    private static void refuseUnlessEmpty(Connection connection) throws SQLException {
        for (BackupTable table : BackupTable.all(connection)) {
            if (Sql.query(connection, "select count(*) from " + table.name(), row -> row.getLong(1))
                            .getFirst()
                    > 0) {
                throw new RestoreRefusedException("the database is not empty: table " + table.name() + " has rows");
            }
        }
    }

    private static void refuseHousesTogether(Dialect dialect, Connection connection) throws SQLException {
        List<String> houses = Sql.query(connection, "select code from service", row -> row.getString(1));
        if (!dialect.keepsApart(houses)) {
            throw new RestoreRefusedException("the backup holds " + houses.size()
                    + " houses and the embedded database is for one: restore it into PostgreSQL");
        }
    }

    /** What the tables hold now against what was written down when the backup was made. */
    static List<String> faults(Connection connection, Manifest said) throws SQLException, IOException {
        List<String> faults = new ArrayList<>();
        for (BackupTable table : BackupTable.all(connection)) {
            Manifest.Content wanted = said.tables().get(table.name());
            if (wanted != null && !wanted.equals(BackupRows.write(connection, table, line -> {}))) {
                faults.add("table " + table.name() + " is not what it was");
            }
        }
        for (ChainHead head : AuditRows.heads(connection)) {
            Manifest.Head wanted = said.heads().get(head.chain().toString());
            if (wanted == null || wanted.seq() != head.seq() || !wanted.hash().equals(head.hash())) {
                faults.add("the head of audit chain " + head.chain() + " is not what it was");
            }
            if (AuditWalk.brokenAt(head, seq -> AuditRows.after(connection, head.chain(), seq, BATCH))
                    .isPresent()) {
                faults.add("audit chain " + head.chain() + " is broken");
            }
        }
        return faults;
    }
}
