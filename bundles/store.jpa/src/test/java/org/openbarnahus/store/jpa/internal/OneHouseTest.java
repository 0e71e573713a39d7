// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.BarnahusRecord;

/** The embedded database has no lock between houses, so there is only one house behind each. */
public class OneHouseTest {
    private static final BarnahusRecord LKP = house("SE-LKP");
    private static final BarnahusRecord OSL = house("NO-OSL");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestKeys keys = new TestKeys();

    private static BarnahusRecord house(String code) {
        return new BarnahusRecord(
                new ServiceId(UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                code,
                code.substring(0, 2),
                code,
                "Europe/Oslo");
    }

    private Settings embedded(String name) {
        return Settings.of(
                "jdbc:h2:file:" + folder.getRoot().toPath().resolve(name) + "/db;CIPHER=AES;WRITE_DELAY=0", "ob", "");
    }

    private OpenStore open(Settings settings) {
        return open(settings, Optional.empty());
    }

    private OpenStore open(Settings settings, Optional<Restore> restore) {
        return new OpenStore(settings, keys, () -> Samples.NOW, List::of, restore);
    }

    private static void add(OpenStore store, BarnahusRecord house) {
        store.site().insert(house, Samples.audit(house.id(), house.code()));
    }

    @Test
    public void theEmbeddedDatabaseTakesOneHouse() {
        try (OpenStore store = open(embedded("one"))) {
            assertTrue(store.site().takes(LKP));
            add(store, LKP);
            assertFalse(store.site().takes(OSL));
            assertThrows(IllegalArgumentException.class, () -> add(store, OSL));
            assertEquals(List.of(LKP), store.site().services());
        }
        open(embedded("one")).close();
    }

    @Test
    public void housesOfADemonstrationLieTogetherAndBesideNoOther() {
        try (OpenStore store = open(embedded("demo"))) {
            add(store, house("SE-DEMO"));
            add(store, house("NO-DEMO"));
            assertThrows(IllegalArgumentException.class, () -> add(store, LKP));
        }
        open(embedded("demo")).close();
    }

    @Test
    public void aFileWithSeveralHousesIsNotOpened() {
        try (OpenStore store = open(embedded("two").unlock())) {
            add(store, LKP);
            add(store, OSL);
        }
        var refused = assertThrows(IllegalArgumentException.class, () -> open(embedded("two")));
        assertTrue(String.valueOf(refused.getMessage()).contains("is for one Barnahus and holds 2"));
    }

    @Test
    public void aBackupOfSeveralHousesIsNotRestoredIntoIt() throws IOException {
        Path backup;
        try (OpenStore store = open(embedded("from").unlock())) {
            add(store, LKP);
            add(store, OSL);
            backup = new Backups(store, keys, Optional.empty())
                    .backup(folder.newFolder().toPath())
                    .file();
        }
        Restore restore = new Restore(backup, folder.getRoot().toPath().resolve("files"), keys);
        var refused = assertThrows(RestoreRefusedException.class, () -> open(embedded("into"), Optional.of(restore)));
        assertTrue(String.valueOf(refused.getMessage()).contains("restore it into PostgreSQL"));
        try (OpenStore store = open(embedded("into"))) {
            assertEquals(List.of(), store.site().services());
        }
    }

    @Test
    public void postgresTakesSeveral() {
        try (PostgresServer server = PostgresServer.startOrSkip();
                OpenStore store = open(server.settings())) {
            add(store, LKP);
            assertTrue(store.site().takes(OSL));
            add(store, OSL);
            assertEquals(2, store.site().services().size());
        }
    }
}
