// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Archives that no {@link BackupWriter} has written: each is refused in the way that a restore reports to people. */
public class BackupReaderTest {
    private static final String ABOUT = "{\"format\":1,\"migration\":\"44\",\"madeAt\":\"2026-03-01T08:00:00Z\"}";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Connection database;

    @Before
    public void aTable() throws SQLException {
        database = DriverManager.getConnection("jdbc:h2:mem:backup_reader");
        try (Statement statement = database.createStatement()) {
            statement.execute("create table thing (id uuid primary key, on_day date)");
        }
    }

    @After
    public void noMore() throws SQLException {
        database.close();
    }

    @Test
    public void aHeadThatSaysNothingIsRefused() {
        for (String about : new String[] {"", "{", "null", "[]", "{\"format\":\"x\"}"}) {
            refused("about.json", about);
        }
        refused("other.json", ABOUT);
    }

    @Test
    public void rowsThatDoNotFitAreRefused() {
        for (String table : new String[] {
            "",
            "{}",
            "[\"id\",null]",
            "[\"other\"]\n[1]",
            "[\"id\",\"on_day\"]\n[]",
            "[\"id\",\"on_day\"]\n[\"x\",\"2026-01-31\"]",
            "[\"id\",\"on_day\"]\n[\"00000000-0000-0001-0000-000000000002\",\"tomorrow\"]"
        }) {
            refused("about.json", ABOUT, "tables/thing.jsonl", table);
        }
        refused("about.json", ABOUT, "tables/", "[]");
        refused("about.json", ABOUT, "tables/nothing.jsonl", "[]");
    }

    @Test
    public void filesThatWouldLieElsewhereAndEndsThatAreNoneAreRefused() {
        refused("about.json", ABOUT, "files/../outside", "x");
        refused("about.json", ABOUT, "files/a\u0000b", "x");
        refused("about.json", ABOUT, "manifest.json", "");
        refused("about.json", ABOUT, "manifest.json", "{}");
        refused("about.json", ABOUT);
    }

    private void refused(String... namesAndTexts) {
        Path files = folder.getRoot().toPath().resolve("files");
        assertThrows(String.join(" ", namesAndTexts), IOException.class, () -> {
            try (BackupReader reader = new BackupReader(new ByteArrayInputStream(archive(namesAndTexts)))) {
                reader.load(database, files);
            } catch (SQLException e) {
                throw new IOException(e);
            }
        });
    }

    private static byte[] archive(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive, StandardCharsets.UTF_8)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return archive.toByteArray();
    }
}
