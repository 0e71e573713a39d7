// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Equal values are found by equal hashes, and by whoever has the key only. */
public class BlindIndexTest {
    private static final byte[] VALUE = "anna@example.org".getBytes(UTF_8);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path directory = Path.of("");

    @Before
    public void place() {
        directory = folder.getRoot().toPath().resolve("keys");
    }

    private static byte[] only(List<byte[]> hashes) {
        assertEquals(1, hashes.size());
        return hashes.getFirst();
    }

    @Test
    public void theSameValueInTheSamePlaceHasTheSameHashForEver() {
        byte[] hash = only(new FileKeys(directory).blindIndexes(VALUE, "table|column"));
        assertEquals(32, hash.length);
        assertArrayEquals(hash, only(new FileKeys(directory).blindIndexes(VALUE, "table|column")));
    }

    @Test
    public void anotherValueAnotherPlaceOrAnotherInstallationHasAnother() throws Exception {
        FileKeys keys = new FileKeys(directory);
        byte[] hash = only(keys.blindIndexes(VALUE, "c"));
        assertFalse(Arrays.equals(hash, only(keys.blindIndexes("anna@example.orf".getBytes(UTF_8), "c"))));
        assertFalse(Arrays.equals(hash, only(keys.blindIndexes(VALUE, "d"))));
        assertFalse(Arrays.equals(
                only(keys.blindIndexes("bc".getBytes(UTF_8), "a")),
                only(keys.blindIndexes("c".getBytes(UTF_8), "ab"))));
        FileKeys other = new FileKeys(folder.newFolder().toPath().resolve("keys"));
        assertFalse(Arrays.equals(hash, only(other.blindIndexes(VALUE, "c"))));
    }

    @Test
    public void theKeyHasItsOwnFileUnderTheRootAndIsWrappedAnewWithIt() throws Exception {
        FileKeys keys = new FileKeys(directory);
        byte[] hash = only(keys.blindIndexes(VALUE, "c"));
        byte[] before = Files.readAllBytes(directory.resolve("index.keyset"));
        assertTrue(keys.renewRoot().done());
        assertFalse(Arrays.equals(before, Files.readAllBytes(directory.resolve("index.keyset"))));
        Files.delete(directory.resolve("root.1.key"));
        assertArrayEquals(hash, only(new FileKeys(directory).blindIndexes(VALUE, "c")));
    }

    @Test
    public void afterANewKeyBothAreFoundAndTheNewestIsWritten() {
        FileKeys keys = new FileKeys(directory);
        byte[] old = only(keys.blindIndexes(VALUE, "c"));
        keys.renewSite();
        for (FileKeys each : List.of(keys, new FileKeys(directory))) {
            List<byte[]> hashes = each.blindIndexes(VALUE, "c");
            assertEquals(2, hashes.size());
            assertFalse(Arrays.equals(old, hashes.getFirst()));
            assertArrayEquals(old, hashes.getLast());
        }
    }
}
