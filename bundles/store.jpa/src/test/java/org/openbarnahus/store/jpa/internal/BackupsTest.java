// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.LocalBackupService.Drill;
import org.openbarnahus.core.service.LocalBackupService.Made;
import org.openbarnahus.core.service.store.ChainedEntry;
import org.openbarnahus.core.service.store.KeyService;

/** What was written can be had back, on either database, and nothing else passes for it. */
public class BackupsTest extends OnBothDatabases {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path home;
    private CaseFile file;
    private Backups backups;

    @Before
    public void aCaseWithEverything() throws IOException {
        home = folder.getRoot().toPath();
        file = db.save(Samples.aCase(house, 1, Samples.everyKind()));
        db.write(house, unit -> {
            unit.insert(Samples.entry(file.id(), LocalDate.of(2026, 3, 3), FieldValues.empty()));
            unit.insertToken(house.toString().getBytes(StandardCharsets.UTF_8), "q", "after", Samples.NOW);
            return StoreFixture.auditOnly(house, file);
        });
        Path etc = Files.createDirectories(home.resolve("etc/tls"));
        Files.writeString(etc.resolve("private.key"), "not in a backup");
        Files.writeString(home.resolve("etc/org.openbarnahus.site.cfg"), "country = SE");
        backups = new Backups(db.store(), db.keys, Optional.of(home.resolve("etc")));
    }

    @Test
    public void aBackupHoldsAllOfItOnEitherDatabase() throws IOException {
        long before = backupsInTheTrail();
        Made made = backups.backup(home.resolve("backups"));
        StoreFixture.until(() -> backupsInTheTrail() > before);
        List<ChainedEntry> trail = db.store().trail().after(house, 0, 100);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made.file())));
        assertEquals(Files.size(made.file()), made.bytes());
        assertFalse("text in the clear", text(made.file()).contains("case_record"));
        assertEquals(before + 1, backupsInTheTrail());

        restored(made.file(), h2(), store -> {
            assertEquals(Optional.of(file), store.tenants().read(house, unit -> unit.findCase(file.id())));
            assertEquals(
                    1,
                    store.tenants()
                            .read(house, unit -> unit.timeline(file.id()))
                            .size());
            assertEquals(trail, store.trail().after(house, 0, 100));
            store.tenants().write(house, unit -> {
                CaseFile next = Samples.aCase(house, 2, Samples.everyKind());
                unit.insert(next);
                return Samples.written(house, next);
            });
        });
        Path files = home.resolve("files/etc");
        assertEquals("country = SE", Files.readString(files.resolve("org.openbarnahus.site.cfg")));
        assertFalse("private keys", Files.exists(files.resolve("tls")));
    }

    @Test
    public void fromOneDatabaseToTheOther() throws IOException {
        Made made = backups.backup(home.resolve("backups"));
        try (PostgresServer server = PostgresServer.startOrSkip()) {
            restored(
                    made.file(),
                    server.settings(),
                    store -> assertEquals(
                            Optional.of(file), store.tenants().read(house, unit -> unit.findCase(file.id()))));
        }
    }

    /** Its row level security is on already when it is filled, as it will be for backups of later versions. */
    @Test
    public void aPostgresThatWasOpenedBeforeIsFilledOnceAndGivesItAllBack() throws IOException {
        Made made = backups.backup(home.resolve("backups"));
        try (PostgresServer server = PostgresServer.startOrSkip()) {
            server.sql("create database single owner openbarnahus");
            for (Settings target : List.of(server.settings(), server.alone("single"))) {
                home = folder.newFolder().toPath();
                new OpenStore(target, db.keys, () -> Samples.NOW, List::of).close();
                restored(made.file(), target, store -> assertEquals(made.rows(), rowsOfABackup(store)));
                var refused =
                        assertThrows(RestoreRefusedException.class, () -> restored(made.file(), target, store -> {}));
                assertTrue(String.valueOf(refused.getMessage()).contains("not empty"));
            }
        }
    }

    private long rowsOfABackup(OpenStore store) {
        try {
            return new Backups(store, db.keys, Optional.empty())
                    .backup(folder.newFolder().toPath())
                    .rows();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    public void nothingButAnUnchangedBackupIsTakenAndNothingIsLeftOfTheRest() throws IOException {
        Path good = backups.backup(home.resolve("backups")).file();
        byte[] bytes = Files.readAllBytes(good);
        for (int at : List.of(3, bytes.length / 2, bytes.length - 1)) {
            byte[] changed = bytes.clone();
            changed[at] ^= 4;
            Path bad = Files.write(home.resolve("bad-" + at), changed);
            assertRefused(bad, db.keys);
        }
        assertRefused(Files.write(home.resolve("cut"), java.util.Arrays.copyOf(bytes, bytes.length - 40)), db.keys);
        assertRefused(good, new TestKeys());
        assertArrayEquals(bytes, Files.readAllBytes(good));
    }

    /** What the container's own seal cannot notice: somebody with the keys who changed a row. */
    @Test
    public void aBackupThatDoesNotHoldWhatItSaysIsRefused() throws Exception {
        Path other = home.resolve("other");
        try (var sealed = db.keys.sealing(Files.newOutputStream(other), Backups.PURPOSE);
                BackupWriter writer = new BackupWriter(sealed);
                var connection = db.store().database().reading()) {
            Manifest said = writer.tables(db.store().database().version(), connection, Samples.NOW);
            var tables = new java.util.HashMap<>(said.tables());
            tables.computeIfPresent("case_record", (name, was) -> new Manifest.Content(was.rows(), "0".repeat(64)));
            writer.manifest(new Manifest(said.madeAt(), tables, said.heads()));
        }
        assertRefused(other, db.keys);
    }

    @Test
    public void onlyAnEmptyDatabaseIsFilled() throws IOException {
        Path good = backups.backup(home.resolve("backups")).file();
        Settings target = h2();
        restored(good, target, store -> {});
        assertThrows(RestoreRefusedException.class, () -> restored(good, target, store -> {}));
    }

    @Test
    public void aDrillTellsWhatWouldBeThereAndWhatWouldBeMissing() throws IOException {
        Path good = backups.backup(home.resolve("backups")).file();
        db.save(Samples.aCase(house, 2, Samples.everyKind()));

        Drill drill = backups.drill(good);

        assertEquals(List.of(), drill.faults());
        assertEquals(db.count("select count(*) from case_record") - 1, drill.cases());
        assertTrue("entries since", drill.missing() >= 1);
        Path broken = Files.write(home.resolve("broken"), new byte[] {1, 2, 3});
        assertThrows(IOException.class, () -> backups.drill(broken));
    }

    private void assertRefused(Path bad, KeyService keys) throws IOException {
        Settings target = h2();
        Restore restore = new Restore(bad, home.resolve("files-" + bad.getFileName()), keys);
        assertThrows(
                bad.toString(),
                RestoreRefusedException.class,
                () -> new OpenStore(target, db.keys, () -> Samples.NOW, List::of, Optional.of(restore)));
        try (OpenStore store = new OpenStore(target, db.keys, () -> Samples.NOW, List::of)) {
            assertEquals(List.of(), store.site().services());
        }
    }

    private long backupsInTheTrail() {
        return db.count("select count(*) from audit where object_type = 'backup' and action = 'EXPORT'");
    }

    private interface Look {
        void at(OpenStore store);
    }

    private void restored(Path backup, Settings target, Look look) {
        Restore restore = new Restore(backup, home.resolve("files"), db.keys);
        try (OpenStore store = new OpenStore(target, db.keys, () -> Samples.NOW, List::of, Optional.of(restore))) {
            look.at(store);
        }
    }

    private Settings h2() throws IOException {
        return Settings.of(
                        "jdbc:h2:file:" + folder.newFolder().toPath() + "/db;CIPHER=AES;WRITE_DELAY=0",
                        "openbarnahus",
                        "")
                .unlock();
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
