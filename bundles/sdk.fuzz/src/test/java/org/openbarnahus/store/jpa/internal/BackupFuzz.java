// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;
import org.openbarnahus.sdk.fuzz.Tree;

/**
 * A backup that is opened: refused as it promises to be, or loaded to its end; nothing is written beside its directory. The
 * input is the archive, or a list of entries ({@code > name} and lines) that is packed here, so that more than the archive is
 * tried.
 */
public final class BackupFuzz {
    private static final Path PLACE = Tree.scratch();
    private static final Path FILES = PLACE.resolve("files");
    private static final Connection DATABASE = database();

    private BackupFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws SQLException {
        Input input = new Input(data);
        byte[] archive = input.choice(2) == 0 ? packed(input) : input.rest();
        try (BackupReader reader = new BackupReader(new ByteArrayInputStream(archive))) {
            Claim.same(BackupReader.FORMAT, reader.about().format(), "a form that is known");
            Manifest manifest = reader.load(DATABASE, FILES);
            Claim.that(manifest.rows("no table " + archive.length) == 0, "a manifest can be asked");
        } catch (IOException | SQLException e) {
            Claim.that(e.getMessage() == null || !e.getMessage().isEmpty(), "a refusal");
        } finally {
            DATABASE.rollback();
        }
        try (var beside = Files.list(PLACE)) {
            Claim.that(beside.allMatch(FILES::equals), "nothing lies beside the directory");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(Input input) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive, StandardCharsets.UTF_8)) {
            boolean open = false;
            for (String line : input.lines(0)) {
                if (line.startsWith("> ")) {
                    zip.putNextEntry(new ZipEntry(line.substring(2)));
                    open = true;
                } else if (open) {
                    zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return new byte[0];
        }
        return archive.toByteArray();
    }

    private static Connection database() {
        try {
            Connection connection = DriverManager.getConnection("jdbc:h2:mem:backup_fuzz");
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "create table thing (id uuid primary key, name varchar(20), amount bigint, flag boolean,"
                                + " on_day date, moment timestamp(6), bytes varbinary(40), tree json)");
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
