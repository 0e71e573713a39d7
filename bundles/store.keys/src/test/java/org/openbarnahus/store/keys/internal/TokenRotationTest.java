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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.KeysUnavailableException;
import org.openbarnahus.core.service.store.RootKeys;

/** The root key moves into a token, within it and out again; a stop at any moment loses nothing. */
public class TokenRotationTest {
    private static final ServiceId LINKOPING = new ServiceId(new UUID(1, 1));
    private static final ServiceId OSLO = new ServiceId(new UUID(2, 2));
    private static final byte[] PLAIN = "a short note".getBytes(UTF_8);
    private static final int KEYS = 4;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final MemoryToken token = new MemoryToken();
    private Path directory = Path.of("");
    private byte[] linkoping = {};
    private byte[] oslo = {};
    private byte[] backup = {};

    private FileKeys keys(Roots.Place place) {
        return new FileKeys(new KeyDirectory(directory), place);
    }

    private FileKeys inUse(Roots.Place place) throws IOException {
        directory = folder.newFolder().toPath().resolve("keys");
        FileKeys keys = keys(place);
        linkoping = keys.encrypt(LINKOPING, PLAIN, "c");
        oslo = keys.encrypt(OSLO, PLAIN, "c");
        backup = Sealed.backup(keys, PLAIN);
        return keys;
    }

    private void everythingOpens(FileKeys keys) throws IOException {
        assertArrayEquals(PLAIN, keys.decrypt(LINKOPING, linkoping, "c"));
        assertArrayEquals(PLAIN, keys.decrypt(OSLO, oslo, "c"));
        assertArrayEquals(PLAIN, Sealed.opened(keys, backup));
    }

    private void takeAway(String file) throws IOException {
        Files.delete(directory.resolve(file));
    }

    /** With a real token, through the very classes of the product. */
    @Test
    public void theRootMovesIntoATokenWithinItAndOutAgain() throws Exception {
        inUse(Roots.Place.FILE);
        String label = "r" + UUID.randomUUID().toString().substring(0, 8);
        try (Pkcs11Token soft = new Pkcs11Token(SoftToken.settings(label))) {
            Roots.Place in = new Roots.Place(Optional.of(soft), true);
            FileKeys moving = keys(in);
            assertEquals("until it is asked for", "file root.key", moving.root().place());
            assertEquals(new RootKeys(soft.place(label + "-1"), KEYS, KEYS, List.of("root.1.key")), moving.renewRoot());
            takeAway("root.1.key");
            everythingOpens(moving);
            everythingOpens(keys(in));
            assertFalse(
                    "no root key is in a file",
                    Files.readString(directory.resolve("root.key"), java.nio.charset.StandardCharsets.ISO_8859_1)
                            .chars()
                            .anyMatch(c -> c > 126));

            assertEquals(soft.place(label + "-2"), keys(in).renewRoot().place());
            takeAway("root.1.key");
            everythingOpens(keys(in));

            Roots.Place out = new Roots.Place(Optional.of(soft), false);
            assertEquals("file root.key", keys(out).renewRoot().place());
            everythingOpens(keys(out));
        }
        takeAway("root.1.key");
        everythingOpens(keys(Roots.Place.FILE));
    }

    @Test
    public void aNewInstallationBeginsInTheToken() throws Exception {
        FileKeys keys = inUse(token.place(true));
        assertEquals(new RootKeys("memory, key memory-1", KEYS, KEYS, List.of()), keys.root());
        everythingOpens(keys(token.place(true)));
        everythingOpens(keys(token.place(false)));
    }

    @Test
    public void withoutTheSettingsItSaysWhereTheRootIs() throws Exception {
        inUse(token.place(true));
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> keys(Roots.Place.FILE));
        assertTrue(refused.getMessage(), String.valueOf(refused.getMessage()).contains("is in a token (key memory-1)"));
        assertThrows(IllegalStateException.class, () -> new Roots.Place(Optional.empty(), true));
    }

    @Test
    public void keysAreOpenedOnceAndWorkOnWithoutTheToken() throws Exception {
        FileKeys keys = inUse(token.place(true));
        int before = token.asked;
        for (int i = 0; i < 9; i++) {
            assertArrayEquals(PLAIN, keys.decrypt(OSLO, oslo, "c"));
        }
        assertEquals(before, token.asked);
        token.away = true;
        assertArrayEquals(PLAIN, keys.decrypt(OSLO, oslo, "c"));
        assertArrayEquals(PLAIN, keys.decryptSite(keys.encryptSite(PLAIN, "s"), "s"));
        ServiceId later = new ServiceId(new UUID(3, 3));
        assertThrows(KeysUnavailableException.class, () -> keys.encrypt(later, PLAIN, "c"));
        assertThrows(KeysUnavailableException.class, keys::root);
        assertThrows(KeysUnavailableException.class, keys::renewRoot);
        assertThrows(KeysUnavailableException.class, () -> keys(token.place(true)));
        token.away = false;
        assertArrayEquals(PLAIN, keys.decrypt(later, keys.encrypt(later, PLAIN, "c"), "c"));
        everythingOpens(keys);
    }

    @Test
    public void anotherTokenOpensNothing() throws Exception {
        inUse(token.place(true));
        MemoryToken other = new MemoryToken();
        other.generate();
        assertThrows(IllegalStateException.class, () -> keys(other.place(true)));
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Whether the program was killed before it was through with so many steps. */
    private boolean diesAfter(int steps, Roots.Place place) {
        int[] left = {steps};
        KeyDirectory.Steps kill = step -> {
            if (left[0]-- <= 0) {
                throw new Killed();
            }
        };
        FileKeys keys = new FileKeys(new KeyDirectory(directory, kill), place);
        try {
            keys.renewRoot();
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    @Test
    public void aKillAtAnyMomentOfAnyMoveLosesNothing() throws IOException {
        for (boolean from : List.of(false, true)) {
            for (boolean to : List.of(false, true)) {
                inUse(token.place(from));
                int killed = 0;
                while (diesAfter(killed, token.place(to))) {
                    killed++;
                    FileKeys next = keys(token.place(to));
                    everythingOpens(next);
                    assertTrue(next.rewrap().done());
                    everythingOpens(keys(token.place(from)));
                }
                assertTrue("a move has many steps: " + killed, killed > 4 * KEYS);
                assertEquals(to, keys(token.place(to)).root().place().startsWith("memory"));
                try (Stream<Path> files = Files.list(directory)) {
                    for (Path file : files.filter(
                                    f -> f.getFileName().toString().matches("root\\.\\d+\\.key"))
                            .toList()) {
                        Files.delete(file);
                    }
                }
                everythingOpens(keys(token.place(to)));
            }
        }
    }
}
