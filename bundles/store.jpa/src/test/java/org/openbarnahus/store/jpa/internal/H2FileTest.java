// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A copy of the file between two commits is what a crash at that moment leaves behind. */
public class H2FileTest {
    private static final String KEY = "0123456789abcdef";
    private static final int COMMITS = 120;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void whateverTheMomentOfTheCrashTheLastCommitIsFound() throws Exception {
        List<Integer> lostByH2Alone = new ArrayList<>();
        List<Integer> lost = new ArrayList<>();
        // space is reused at once, as it is in a database that has run for a while
        try (Connection connection = connect("live", ";RETENTION_TIME=0");
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (id int primary key, words varchar)");
            for (int commit = 1; commit <= COMMITS; commit++) {
                statement.execute("insert into note values (" + commit + ", '" + "x".repeat(commit % 7 * 900) + "')");
                statement.execute("delete from note where id < " + (commit - 5));
                statement.execute("checkpoint sync");
                if (newestAfterCrash(false) != commit) {
                    lostByH2Alone.add(commit);
                }
                if (newestAfterCrash(true) != commit) {
                    lost.add(commit);
                }
            }
        }
        assertEquals(List.of(), lost);
        assertTrue("H2 finds them by itself now: take H2File out", lostByH2Alone.size() > 0);
    }

    /**
     * While H2 tidies, a commit alone is not on disk; whoever waits for the sync is told nothing too soon. H2 leaves old chunks
     * alone for 45 seconds, here for one: without that time, which nobody sets to zero, tidying overwrites what the newest
     * header on the disk still needs.
     */
    @Test
    public void whatIsSyncedWhileTheFileIsTidiedIsFound() throws Exception {
        List<Integer> lost = new ArrayList<>();
        try (Connection connection = connect("live", ";RETENTION_TIME=1000");
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (id int primary key, words varchar)");
            new H2Dialect(Settings.of(url("live"), "u", ""), new TestKeys()).tidy(connection, true);
            for (int commit = 1; commit <= COMMITS; commit++) {
                statement.execute("insert into note values (" + commit + ", '" + "x".repeat(commit % 7 * 900) + "')");
                statement.execute("delete from note where id < " + (commit - 5));
                statement.execute("checkpoint sync");
                if (newestAfterCrash(true) != commit) {
                    lost.add(commit);
                }
            }
        }
        assertEquals(List.of(), lost);
    }

    @Test
    public void afterAnOrderlyEndNothingIsScanned() throws Exception {
        try (Connection connection = connect("live", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (id int primary key, words varchar)");
        }
        H2File file = file("live");
        file.closed();
        String noted = Files.readString(folder.getRoot().toPath().resolve("live.closed"));
        file.recover();
        assertEquals("left alone", modified("live"), noted.substring(noted.indexOf(' ') + 1));
        try (Connection connection = connect("live", "");
                Statement statement = connection.createStatement()) {
            statement.execute("insert into note values (1, '')");
        }
        String before = modified("live");
        file.recover();
        assertTrue("opened and closed", !before.equals(modified("live")));
    }

    @Test
    public void theRoomOfOldWritesIsUsedAgain() throws Exception {
        try (Connection connection = connect("live", ";RETENTION_TIME=0");
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (id uuid primary key, words varchar)");
            long start = size("live");
            fill(statement);
            long first = size("live") - start;
            H2Dialect dialect = new H2Dialect(Settings.of(url("live"), "u", ""), new TestKeys());
            long grown = first;
            // how long housekeeping takes is H2's affair; without it, each filling takes as much as the first
            for (int round = 0; grown > first / 2 && round < 10; round++) {
                dialect.tidy(connection, true);
                awaitQuiet("live");
                dialect.tidy(connection, false);
                long tidied = size("live");
                fill(statement);
                grown = size("live") - tidied;
            }
            assertTrue("grew by " + grown + " after " + first, grown <= first / 2);
        }
    }

    private static void fill(Statement statement) throws SQLException {
        for (int i = 0; i < 1_000; i++) {
            statement.execute("insert into note values (random_uuid(), '" + "x".repeat(500) + "')");
        }
    }

    /** Until H2's housekeeping has left the file alone for a while, or has had time enough. */
    private void awaitQuiet(String name) throws IOException, InterruptedException {
        long seen = 0;
        int quiet = 0;
        for (int look = 0; quiet < 5 && look < 200; look++) {
            Thread.sleep(300);
            quiet = size(name) == seen ? quiet + 1 : 0;
            seen = size(name);
        }
    }

    private long size(String name) throws IOException {
        return Files.size(folder.getRoot().toPath().resolve(name + ".mv.db"));
    }

    private int newestAfterCrash(boolean recovering) throws IOException, SQLException {
        Path root = folder.getRoot().toPath();
        Files.write(root.resolve("copy.mv.db"), atOneMoment(root.resolve("live.mv.db")));
        if (recovering) {
            file("copy").recover();
        }
        try (Connection connection = connect("copy", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select max(id) from note")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** H2 may write while we read: only what is read twice alike was ever in the file at one moment, as after a crash. */
    private static byte[] atOneMoment(Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        for (byte[] now = Files.readAllBytes(file); !Arrays.equals(before, now); now = Files.readAllBytes(file)) {
            before = now;
        }
        return before;
    }

    private String modified(String name) throws IOException {
        return Files.getLastModifiedTime(folder.getRoot().toPath().resolve(name + ".mv.db"))
                .toInstant()
                .toString();
    }

    private H2File file(String name) {
        return new H2File(folder.getRoot().toPath().resolve(name), KEY);
    }

    private Connection connect(String name, String more) throws SQLException {
        return DriverManager.getConnection(url(name) + more, "u", KEY + " secret");
    }

    private String url(String name) {
        return "jdbc:h2:file:" + folder.getRoot().toPath().resolve(name) + ";CIPHER=AES;WRITE_DELAY=0";
    }
}
