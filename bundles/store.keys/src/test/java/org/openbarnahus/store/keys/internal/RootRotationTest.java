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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.RootKeys;

/** A new root key wraps everything anew; a stop at any moment loses nothing. */
public class RootRotationTest {
    private static final ServiceId LINKOPING = new ServiceId(new UUID(1, 1));
    private static final ServiceId OSLO = new ServiceId(new UUID(2, 2));
    private static final byte[] PLAIN = "a short note".getBytes(UTF_8);
    /** site, backup, Linköping with two, Oslo. */
    private static final int KEYS = 5;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path directory;
    private byte[] first;
    private byte[] second;
    private byte[] oslo;
    private byte[] site;
    private byte[] backup;

    @Before
    public void keysInUse() throws IOException {
        directory = folder.getRoot().toPath().resolve("keys");
        FileKeys keys = new FileKeys(directory);
        first = keys.encrypt(LINKOPING, PLAIN, "c");
        keys.renew(LINKOPING);
        second = keys.encrypt(LINKOPING, PLAIN, "c");
        oslo = keys.encrypt(OSLO, PLAIN, "c");
        site = keys.encryptSite(PLAIN, "c");
        backup = Sealed.backup(keys, PLAIN);
    }

    private void everythingOpens(FileKeys keys) throws IOException {
        assertArrayEquals(PLAIN, keys.decrypt(LINKOPING, first, "c"));
        assertArrayEquals(PLAIN, keys.decrypt(LINKOPING, second, "c"));
        assertArrayEquals(PLAIN, keys.decrypt(OSLO, oslo, "c"));
        assertArrayEquals(PLAIN, keys.decryptSite(site, "c"));
        assertArrayEquals(PLAIN, Sealed.opened(keys, backup));
        assertTrue(keys.isNewest(LINKOPING, second));
    }

    private static RootKeys rootKeys(int keys, int wrapped, List<String> earlier) {
        return new RootKeys("file root.key", keys, wrapped, earlier);
    }

    private byte[] root(String file) throws IOException {
        return Files.readAllBytes(directory.resolve(file));
    }

    @Test
    public void everyKeyLiesUnderTheNewRootAndTheOldOneCanGo() throws IOException {
        byte[] old = root("root.key");
        FileKeys keys = new FileKeys(directory);
        assertEquals(rootKeys(KEYS, KEYS, List.of()), keys.root());

        assertEquals(rootKeys(KEYS, KEYS, List.of("root.1.key")), keys.renewRoot());

        assertArrayEquals("kept under a number", old, root("root.1.key"));
        assertFalse(java.util.Arrays.equals(old, root("root.key")));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("root.key"))));
        everythingOpens(keys);
        everythingOpens(new FileKeys(directory));
        Files.delete(directory.resolve("root.1.key"));
        everythingOpens(new FileKeys(directory));
        assertEquals(rootKeys(KEYS, KEYS, List.of()), new FileKeys(directory).root());
    }

    @Test
    public void theOldRootOpensNothingThatIsThereAfterwards() throws IOException {
        byte[] old = root("root.key");
        new FileKeys(directory).renewRoot();
        Files.write(directory.resolve("root.key"), old);
        assertThrows(IllegalStateException.class, () -> new FileKeys(directory));
    }

    @Test
    public void whatIsMadeAfterwardsLiesUnderTheNewRootToo() throws IOException {
        FileKeys keys = new FileKeys(directory);
        keys.renewRoot();
        Files.delete(directory.resolve("root.1.key"));
        keys.renew(OSLO);
        byte[] cipher = keys.encrypt(OSLO, PLAIN, "c");
        assertArrayEquals(PLAIN, new FileKeys(directory).decrypt(OSLO, cipher, "c"));
    }

    @Test
    public void eachRotationKeepsTheOneBefore() throws IOException {
        FileKeys keys = new FileKeys(directory);
        keys.renewRoot();
        byte[] middle = root("root.key");
        assertEquals(List.of("root.2.key", "root.1.key"), keys.renewRoot().earlier());
        assertArrayEquals(middle, root("root.2.key"));
        Files.delete(directory.resolve("root.1.key"));
        assertEquals(List.of("root.3.key", "root.2.key"), keys.renewRoot().earlier());
        everythingOpens(new FileKeys(directory));
    }

    /** The folder as it was copied before: its own root key opens it, given under a number it opens here too. */
    @Test
    public void aKeyFileOfBeforeOpensWithTheRootOfBefore() throws IOException {
        String file = "tenant-" + OSLO + ".keyset";
        Path copy = folder.getRoot().toPath().resolve("copy");
        Files.copy(directory.resolve(file), copy);
        new FileKeys(directory).renewRoot();
        Files.copy(copy, directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(directory.resolve(file), PosixFilePermissions.fromString("rw-------"));

        FileKeys keys = new FileKeys(directory);
        everythingOpens(keys);
        assertEquals(rootKeys(KEYS, KEYS - 1, List.of("root.1.key")), keys.root());
        assertTrue(keys.rewrap().done());
        Files.delete(directory.resolve("root.1.key"));
        everythingOpens(new FileKeys(directory));
    }

    @Test
    public void aKeyThatNoRootOpensIsLeftAndCounted() throws IOException {
        Files.write(directory.resolve("tenant-" + OSLO + ".keyset"), new byte[] {1, 2, 3});
        FileKeys keys = new FileKeys(directory);
        assertEquals(rootKeys(KEYS, KEYS - 1, List.of("root.1.key")), keys.renewRoot());
        assertFalse(keys.root().done());
        assertArrayEquals(new byte[] {1, 2, 3}, root("tenant-" + OSLO + ".keyset"));
        assertArrayEquals(PLAIN, new FileKeys(directory).decrypt(LINKOPING, second, "c"));
    }

    /** Ends the program before the step, for good: nothing is done after it either, not even tidied up. */
    private static final class Kill implements KeyDirectory.Steps {
        private int left;

        private Kill(int after) {
            left = after;
        }

        @Override
        public void before(String step) {
            if (left-- <= 0) {
                throw new Killed();
            }
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    public void aKillAtAnyMomentLosesNothingAndTheNextStartGoesOn() throws IOException {
        int killed = 0;
        while (diesAfter(killed)) {
            killed++;
            FileKeys next = new FileKeys(directory);
            everythingOpens(next);
            assertTrue("goes on after step " + killed, next.rewrap().done());
            everythingOpens(next);
            everythingOpens(new FileKeys(directory));
        }
        assertTrue("a rotation has many steps: " + killed, killed > 4 * KEYS);
        assertTrue(new FileKeys(directory).root().done());
        for (String file : new FileKeys(directory).root().earlier()) {
            Files.delete(directory.resolve(file));
        }
        everythingOpens(new FileKeys(directory));
    }

    private boolean diesAfter(int steps) {
        FileKeys keys = new FileKeys(new KeyDirectory(directory, new Kill(steps)));
        try {
            keys.renewRoot();
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    /** Killed again and again, in the middle, without a start in between that goes on. */
    @Test
    public void killsUponKillsLoseNothingEither() throws IOException {
        for (int steps : new int[] {3, 6, 8, 11, 14, 9, 5, 12}) {
            diesAfter(steps);
            everythingOpens(new FileKeys(directory));
        }
        FileKeys keys = new FileKeys(directory);
        assertTrue(keys.renewRoot().done());
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("root\\.\\d+\\.key"))
                    .toList()) {
                Files.delete(file);
            }
        }
        everythingOpens(new FileKeys(directory));
    }

    @Test
    public void aDiskThatFailsIsSaidAndLosesNothing() throws IOException {
        FileKeys keys = new FileKeys(new KeyDirectory(directory, step -> {
            if (step.equals("move")) {
                throw new IOException("the disk is full");
            }
        }));
        assertThrows(java.io.UncheckedIOException.class, keys::renewRoot);
        everythingOpens(keys);
        everythingOpens(new FileKeys(directory));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    "no draft is left",
                    0,
                    files.filter(f -> f.getFileName().toString().endsWith(".tmp"))
                            .count());
        }
    }
}
