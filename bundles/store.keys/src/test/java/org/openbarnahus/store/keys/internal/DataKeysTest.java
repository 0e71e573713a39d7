// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.Test;
import org.openbarnahus.core.service.store.DataKey;

/** Keys of objects, wrapped by keys of houses, which can be renewed. */
public class DataKeysTest extends KeysInAFolder {
    @Test
    public void anObjectsKeyDecryptsAfterARestartAndAtItsPlaceOnly() {
        byte[] wrapped = keys.newDataKey(LINKOPING, "case|1");
        byte[] cipher = keys.dataKey(LINKOPING, wrapped, "case|1").encrypt(PLAIN, "entry|1");

        DataKey again = new FileKeys(directory).dataKey(LINKOPING, wrapped, "case|1");

        assertArrayEquals(PLAIN, again.decrypt(cipher, "entry|1"));
        assertThrows(IllegalStateException.class, () -> again.decrypt(cipher, "entry|2"));
        DataKey other = keys.dataKey(LINKOPING, keys.newDataKey(LINKOPING, "case|1"), "case|1");
        assertThrows(IllegalStateException.class, () -> other.decrypt(cipher, "entry|1"));
        assertThrows(IllegalStateException.class, () -> keys.decrypt(LINKOPING, cipher, "entry|1"));
    }

    @Test
    public void aWrappedKeyOpensForItsObjectAndItsHouseOnly() {
        keys.newDataKey(OSLO, "case|1");
        byte[] wrapped = keys.newDataKey(LINKOPING, "case|1");

        assertThrows(IllegalStateException.class, () -> keys.dataKey(LINKOPING, wrapped, "case|2"));
        assertThrows(IllegalStateException.class, () -> keys.dataKey(OSLO, wrapped, "case|1"));
        wrapped[wrapped.length - 1] ^= 1;
        assertThrows(IllegalStateException.class, () -> keys.dataKey(LINKOPING, wrapped, "case|1"));
    }

    @Test
    public void aRenewedHouseReadsWhatWasBeforeAndWritesUnderTheNewKey() throws IOException {
        byte[] before = keys.encrypt(LINKOPING, PLAIN, "c");
        byte[] wrapped = keys.newDataKey(LINKOPING, "case|1");
        byte[] cipher = keys.dataKey(LINKOPING, wrapped, "case|1").encrypt(PLAIN, "entry|1");
        assertTrue(keys.isNewest(LINKOPING, wrapped));

        keys.renew(LINKOPING);
        keys.renew(LINKOPING);

        assertEquals(3, files("tenant-" + LINKOPING));
        for (FileKeys each : new FileKeys[] {keys, new FileKeys(directory)}) {
            assertArrayEquals(PLAIN, each.decrypt(LINKOPING, before, "c"));
            assertFalse(each.isNewest(LINKOPING, before));
            assertFalse(each.isNewest(LINKOPING, wrapped));
            assertTrue(each.isNewest(LINKOPING, each.encrypt(LINKOPING, PLAIN, "c")));
            byte[] anew = each.rewrapped(LINKOPING, wrapped, "case|1");
            assertTrue(each.isNewest(LINKOPING, anew));
            assertArrayEquals(PLAIN, each.dataKey(LINKOPING, anew, "case|1").decrypt(cipher, "entry|1"));
        }
    }

    @Test
    public void whatWasRewrappedNeedsTheNewKey() throws IOException {
        byte[] wrapped = keys.newDataKey(LINKOPING, "case|1");
        byte[] cipher = keys.dataKey(LINKOPING, wrapped, "case|1").encrypt(PLAIN, "entry|1");
        keys.renew(LINKOPING);
        byte[] anew = keys.rewrapped(LINKOPING, wrapped, "case|1");
        Files.delete(directory.resolve("tenant-" + LINKOPING + ".2.keyset"));

        FileKeys without = new FileKeys(directory);

        assertThrows(IllegalStateException.class, () -> without.dataKey(LINKOPING, anew, "case|1"));
        assertArrayEquals(PLAIN, without.dataKey(LINKOPING, wrapped, "case|1").decrypt(cipher, "entry|1"));
    }

    private long files(String prefix) throws IOException {
        try (var all = Files.list(directory)) {
            return all.filter(f -> f.getFileName().toString().startsWith(prefix))
                    .count();
        }
    }
}
