// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.KeyService;

/** Which of the keys of a house has made a cipher text: what is not read anew is counted by it. */
public class VersionsTest {
    private static final ServiceId HOUSE = new ServiceId(new UUID(1, 1));
    private static final ServiceId OTHER = new ServiceId(new UUID(2, 2));
    private static final byte[] PLAIN = "a note".getBytes(StandardCharsets.UTF_8);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path directory;
    private FileKeys keys;

    @Before
    public void open() {
        directory = folder.getRoot().toPath().resolve("keys");
        keys = new FileKeys(directory);
    }

    private static byte[] beginning(byte[] cipher) {
        return Arrays.copyOf(cipher, KeyService.VERSION_BYTES);
    }

    @Test
    public void aHouseWithoutKeysHasNone() {
        assertEquals(0, keys.versions(HOUSE));
        assertEquals(0, keys.version(HOUSE, new byte[KeyService.VERSION_BYTES]));
    }

    @Test
    public void theBeginningTellsWhichKeyMadeIt() {
        byte[] first = beginning(keys.encrypt(HOUSE, PLAIN, "c"));
        keys.renew(HOUSE);
        byte[] second = beginning(keys.encrypt(HOUSE, PLAIN, "c"));
        byte[] foreign = beginning(keys.encrypt(OTHER, PLAIN, "c"));
        for (FileKeys each : List.of(keys, new FileKeys(directory))) {
            assertEquals(2, each.versions(HOUSE));
            assertEquals(1, each.versions(OTHER));
            assertEquals(1, each.version(HOUSE, first));
            assertEquals(2, each.version(HOUSE, second));
            assertEquals(0, each.version(HOUSE, foreign));
            assertEquals("too short to tell", 0, each.version(HOUSE, Arrays.copyOf(second, second.length - 1)));
            assertFalse(each.isNewest(HOUSE, first));
            assertTrue(each.isNewest(HOUSE, second));
        }
    }
}
