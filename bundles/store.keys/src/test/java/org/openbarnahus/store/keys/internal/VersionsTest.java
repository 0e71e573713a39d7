// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.openbarnahus.core.service.store.KeyService;

/** Which of the keys of a house has made a cipher text: what is not read anew is counted by it. */
public class VersionsTest extends KeysInAFolder {
    private static byte[] beginning(byte[] cipher) {
        return Arrays.copyOf(cipher, KeyService.VERSION_BYTES);
    }

    @Test
    public void aHouseWithoutKeysHasNone() {
        assertEquals(0, keys.versions(LINKOPING));
        assertEquals(0, keys.version(LINKOPING, new byte[KeyService.VERSION_BYTES]));
    }

    @Test
    public void theBeginningTellsWhichKeyMadeIt() {
        byte[] first = beginning(keys.encrypt(LINKOPING, PLAIN, "c"));
        keys.renew(LINKOPING);
        byte[] second = beginning(keys.encrypt(LINKOPING, PLAIN, "c"));
        byte[] foreign = beginning(keys.encrypt(OSLO, PLAIN, "c"));
        for (FileKeys each : List.of(keys, new FileKeys(directory))) {
            assertEquals(2, each.versions(LINKOPING));
            assertEquals(1, each.versions(OSLO));
            assertEquals(1, each.version(LINKOPING, first));
            assertEquals(2, each.version(LINKOPING, second));
            assertEquals(0, each.version(LINKOPING, foreign));
            assertEquals("too short to tell", 0, each.version(LINKOPING, Arrays.copyOf(second, second.length - 1)));
            assertFalse(each.isNewest(LINKOPING, first));
            assertTrue(each.isNewest(LINKOPING, second));
        }
    }
}
