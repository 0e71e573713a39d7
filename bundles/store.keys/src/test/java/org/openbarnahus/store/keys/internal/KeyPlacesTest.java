// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.store.SiteStore;

/** Where keys lie, and what does not pass for one. */
public class KeyPlacesTest {
    private static final String PLACE = "openbarnahus.keys";
    private static final ServiceId HOUSE = new ServiceId(new UUID(1, 1));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path directory;

    @Before
    public void place() {
        directory = folder.getRoot().toPath().resolve("far").resolve("keys");
        System.setProperty(PLACE, directory.toString());
    }

    @After
    public void nowhere() {
        System.clearProperty(PLACE);
    }

    @Test
    public void keysLieWhereTheProductSays() {
        new FileAuditSigner(new FileKeys());
        assertTrue(Files.exists(directory.resolve("root.key")));
        assertTrue(Files.exists(directory.resolve("site.keyset")));
        assertTrue(Files.exists(directory.resolve("audit-signing.key")));
    }

    @Test
    public void withoutAPlaceNothingStarts() {
        FileKeys keys = new FileKeys();
        System.setProperty(PLACE, " ");
        assertThrows(IllegalStateException.class, FileKeys::new);
        System.clearProperty(PLACE);
        assertThrows(IllegalStateException.class, FileKeys::new);
        assertThrows(NullPointerException.class, () -> new FileAuditSigner(keys));
    }

    @Test
    public void aDirectoryThatCannotBeMadeIsTold() throws IOException {
        Files.createFile(directory.getParent());
        assertThrows(java.io.UncheckedIOException.class, () -> new KeyDirectory(directory));
    }

    @Test
    public void everyInstallationHasARootKeyOfItsOwnMadeByChance() throws IOException {
        new FileKeys();
        new FileKeys(folder.getRoot().toPath().resolve("other"));
        byte[] one = Files.readAllBytes(directory.resolve("root.key"));
        byte[] other =
                Files.readAllBytes(folder.getRoot().toPath().resolve("other").resolve("root.key"));
        assertEquals(32, one.length);
        assertFalse(java.util.Arrays.equals(one, other));
        assertFalse(java.util.Arrays.equals(one, new byte[32]));
    }

    @Test
    public void filesThatNoRootKeyWrapsDoNotHinderANewOne() throws IOException {
        new FileAuditSigner(directory);
        assertFalse(Files.exists(directory.resolve("root.key")));
        new FileKeys();
        assertTrue(Files.exists(directory.resolve("root.key")));
    }

    @Test
    public void aRootKeyOfAnotherLengthIsDamaged() throws IOException {
        for (int length : new int[] {0, 16, 31, 33}) {
            Files.deleteIfExists(directory.resolve("root.key"));
            new KeyDirectory(directory).create("root.key", new byte[length]);
            String said = String.valueOf(
                    assertThrows(IllegalStateException.class, FileKeys::new).getMessage());
            assertTrue(said, said.contains("root.key is damaged"));
        }
    }

    @Test
    public void aFileThatIsTooLargeIsNoKey() throws IOException {
        FileKeys keys = new FileKeys();
        write("one.secret", 1 << 16);
        write("two.secret", (1 << 16) + 1);
        assertTrue(refusal(keys, "one").contains("is damaged"));
        assertTrue(refusal(keys, "two").contains("too large"));
    }

    @Test
    public void aSecretsNameHasItsLength() {
        FileKeys keys = new FileKeys();
        assertEquals(64, keys.secret("a".repeat(63)).length());
        assertThrows(IllegalArgumentException.class, () -> keys.secret("a".repeat(64)));
    }

    @Test
    public void whatIsTooShortIsOfNoKey() {
        FileKeys keys = new FileKeys();
        byte[] cipher = keys.encrypt(HOUSE, new byte[] {7}, "c");
        assertTrue(keys.isNewest(HOUSE, cipher));
        for (int length : new int[] {0, 1, 4, 5}) {
            byte[] cut = java.util.Arrays.copyOf(cipher, length);
            assertEquals("its beginning tells the key", length == 5, keys.isNewest(HOUSE, cut));
            assertThrows(IllegalStateException.class, () -> keys.decrypt(HOUSE, cut, "c"));
        }
        byte[] otherForm = cipher.clone();
        otherForm[0] = 0;
        assertFalse(keys.isNewest(HOUSE, otherForm));
    }

    @Test
    public void aWrappedThingThatIsNoKeyIsRefused() {
        FileKeys keys = new FileKeys();
        byte[] wrapped = keys.encrypt(HOUSE, new byte[7], "c");
        String said = assertThrows(IllegalStateException.class, () -> keys.dataKey(HOUSE, wrapped, "c"))
                .getMessage();
        assertEquals("a wrapped key is no key", said);
    }

    @Test
    public void aHouseThatHasNoKeyYetCanBeRenewed() {
        new FileKeys().renew(HOUSE);
        assertTrue(Files.exists(directory.resolve("tenant-" + HOUSE + ".keyset")));
        assertTrue(Files.exists(directory.resolve("tenant-" + HOUSE + ".2.keyset")));
        FileKeys again = new FileKeys();
        byte[] cipher = again.encrypt(HOUSE, new byte[] {7}, "c");
        assertTrue(again.isNewest(HOUSE, cipher));
        assertArrayEquals(new byte[] {7}, new FileKeys().decrypt(HOUSE, cipher, "c"));
    }

    @Test
    public void aBackupWithoutItsKeyDoesNotOpen() {
        FileKeys keys = new FileKeys();
        assertThrows(IOException.class, () -> keys.opening(java.io.InputStream.nullInputStream(), "backup"));
        assertFalse(Files.exists(directory.resolve("backup.keyset")));
    }

    @Test
    public void aDamagedSigningKeyIsToldAsDamaged() throws IOException {
        new FileAuditSigner(directory);
        Path file = directory.resolve("audit-signing.key");
        List<String> good = Files.readAllLines(file);
        for (String bad : new String[] {"", "x", good.get(0), good.get(0) + "\n*", good.get(0) + "\nAAAA"}) {
            Files.writeString(file, bad);
            String said = String.valueOf(assertThrows(IllegalStateException.class, () -> new FileAuditSigner(directory))
                    .getMessage());
            assertTrue(said, said.contains("audit-signing.key is damaged"));
        }
    }

    @Test
    public void theTrailOfKeysBeginsByItselfAndSaysWhoseTheyAre() throws Exception {
        new FileKeys().encrypt(HOUSE, new byte[] {1}, "c");
        Files.createFile(directory.resolve(".hidden"));
        Files.createDirectory(directory.resolve("folder"));
        List<AuditEntry> audited = new CopyOnWriteArrayList<>();
        CountDownLatch all = new CountDownLatch(3);
        SiteStore store = (SiteStore) Proxy.newProxyInstance(
                SiteStore.class.getClassLoader(), new Class<?>[] {SiteStore.class}, (self, method, arguments) -> {
                    audited.add((AuditEntry) arguments[0]);
                    all.countDown();
                    return null;
                });
        KeyTrail trail = new KeyTrail(store, () -> Instant.EPOCH);
        try {
            assertTrue(all.await(20, TimeUnit.SECONDS));
        } finally {
            trail.stop();
        }
        assertEquals(
                List.of("root.key", "site.keyset", "tenant-" + HOUSE + ".keyset"),
                audited.stream().map(AuditEntry::objectId).toList());
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.of(HOUSE)),
                audited.stream().map(AuditEntry::service).toList());
        assertTrue(audited.stream()
                .allMatch(e -> e.purpose() == Purpose.ADMINISTRATION
                        && e.detail().equals("start")
                        && e.objectType().equals("key")
                        && e.at().equals(Instant.EPOCH)));
    }

    private void write(String name, int length) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "0".repeat(length), StandardCharsets.US_ASCII);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String refusal(FileKeys keys, String name) {
        return String.valueOf(assertThrows(IllegalStateException.class, () -> keys.secret(name))
                .getMessage());
    }
}
