// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.KeyAge;

/** The keys of the installation get successors, and all keys have an age. */
public class SiteRotationTest {
    private static final ServiceId HOUSE = new ServiceId(new UUID(1, 1));
    private static final byte[] PLAIN = "a secret".getBytes(UTF_8);
    private static final Instant MADE = Instant.parse("2024-02-29T10:00:00Z");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path directory = Path.of("");

    @Before
    public void place() {
        directory = folder.getRoot().toPath().resolve("keys");
    }

    @Test
    public void whatWasSealedBeforeOpensAndWhatFollowsNeedsTheNewKeys() throws IOException {
        FileKeys keys = new FileKeys(directory);
        byte[] site = keys.encryptSite(PLAIN, "c");
        byte[] backup = Sealed.backup(keys, PLAIN);
        keys.renewSite();
        keys.renewSite();
        byte[] siteAfter = keys.encryptSite(PLAIN, "c");
        byte[] backupAfter = Sealed.backup(keys, PLAIN);
        for (FileKeys each : List.of(keys, new FileKeys(directory))) {
            assertArrayEquals(PLAIN, each.decryptSite(site, "c"));
            assertArrayEquals(PLAIN, each.decryptSite(siteAfter, "c"));
            assertArrayEquals(PLAIN, Sealed.opened(each, backup));
            assertArrayEquals(PLAIN, Sealed.opened(each, backupAfter));
        }
        assertTrue(keys.renewRoot().done());
        Files.delete(directory.resolve("site.3.keyset"));
        Files.delete(directory.resolve("backup.3.keyset"));
        FileKeys before = new FileKeys(directory);
        assertArrayEquals(PLAIN, before.decryptSite(site, "c"));
        assertArrayEquals(PLAIN, Sealed.opened(before, backup));
        assertThrows(IllegalStateException.class, () -> before.decryptSite(siteAfter, "c"));
        assertThrows(IOException.class, () -> Sealed.opened(before, backupAfter));
    }

    private Map<String, KeyAge> ages(FileKeys keys) {
        return keys.ages().stream().collect(Collectors.toMap(KeyAge::key, age -> age));
    }

    private static KeyAge of(Map<String, KeyAge> ages, String key) {
        return java.util.Objects.requireNonNull(ages.get(key));
    }

    @Test
    public void aKeyIsAsOldAsItsFileAlsoWhenItWasWrappedAnew() throws IOException {
        FileKeys keys = new FileKeys(directory);
        keys.encrypt(HOUSE, PLAIN, "c");
        keys.renew(HOUSE);
        Sealed.backup(keys, PLAIN);
        String house = "tenant-" + HOUSE;
        for (String file : List.of("root.key", "site.keyset", "backup.keyset", house + ".2.keyset")) {
            Files.setLastModifiedTime(directory.resolve(file), FileTime.from(MADE));
        }
        Map<String, KeyAge> ages = ages(keys);
        assertEquals(java.util.Set.of("root", "site", "backup", house), ages.keySet());
        assertEquals(
                "opens with none of them",
                ages.keySet(),
                ages(new FileKeys(directory)).keySet());
        assertEquals(new KeyAge("root", MADE, MADE.plus(Duration.ofDays(731))), ages.get("root"));
        assertEquals(new KeyAge(house, MADE, MADE.plus(Duration.ofDays(366))), ages.get(house));

        keys.renewRoot();
        keys.renewSite();
        ages = ages(keys);
        assertTrue(of(ages, "root").made().isAfter(MADE));
        assertEquals("only wrapped anew", MADE, of(ages, house).made());
        assertTrue(of(ages, "site").made().isAfter(MADE));
        assertTrue(of(ages, "backup").made().isAfter(MADE));
    }

    @Test
    public void aKeyIsOverdueAfterItsDay() {
        KeyAge age = new KeyAge("root", MADE, MADE.plusSeconds(5));
        assertFalse(age.overdue(MADE.plusSeconds(5)));
        assertTrue(age.overdue(MADE.plusSeconds(6)));
    }
}
