// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.Test;

public class FileKeysTest extends KeysInAFolder {
    private static final byte[] LONG = "a short note".repeat(200_000).getBytes(UTF_8);

    @Test
    public void decryptsWhatItEncryptedAlsoAfterARestart() {
        byte[] cipher = keys.encrypt(LINKOPING, PLAIN, "entry|texts|1");
        byte[] site = keys.encryptSite(PLAIN, "account|otp|1");

        FileKeys restarted = new FileKeys(directory);

        assertArrayEquals(PLAIN, restarted.decrypt(LINKOPING, cipher, "entry|texts|1"));
        assertArrayEquals(PLAIN, restarted.decryptSite(site, "account|otp|1"));
    }

    @Test
    public void cipherTextTellsNothingAndDiffersEachTime() {
        byte[] once = keys.encrypt(LINKOPING, PLAIN, "c");
        byte[] again = keys.encrypt(LINKOPING, PLAIN, "c");

        assertFalse(new String(once, UTF_8).contains("note"));
        assertNotEquals(List.of(once), List.of(again));
        assertFalse(java.util.Arrays.equals(once, again));
    }

    @Test
    public void cipherTextMovedToAnotherRowDoesNotDecrypt() {
        byte[] cipher = keys.encrypt(LINKOPING, PLAIN, "entry|texts|1");

        assertThrows(IllegalStateException.class, () -> keys.decrypt(LINKOPING, cipher, "entry|texts|2"));
    }

    @Test
    public void cipherTextOfAnotherTenantOrTheSiteDoesNotDecrypt() {
        byte[] cipher = keys.encrypt(LINKOPING, PLAIN, "c");
        keys.encrypt(OSLO, PLAIN, "c");

        assertThrows(IllegalStateException.class, () -> keys.decrypt(OSLO, cipher, "c"));
        assertThrows(IllegalStateException.class, () -> keys.decryptSite(cipher, "c"));
    }

    @Test
    public void everyFlippedBitIsNoticed() {
        byte[] cipher = keys.encrypt(LINKOPING, PLAIN, "c");
        for (int i = 0; i < cipher.length; i++) {
            byte[] changed = cipher.clone();
            changed[i] ^= 1;
            assertThrows(IllegalStateException.class, () -> keys.decrypt(LINKOPING, changed, "c"));
        }
    }

    @Test
    public void decryptingForATenantWithoutKeyMakesNone() {
        assertThrows(IllegalStateException.class, () -> keys.decrypt(OSLO, new byte[40], "c"));
        assertFalse(Files.exists(directory.resolve("tenant-" + OSLO + ".keyset")));
    }

    @Test
    public void onlyTheOwnerCanReadWhatIsWritten() throws IOException {
        keys.encrypt(LINKOPING, PLAIN, "c");
        keys.secret("db-file");

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
        Set<String> names = new HashSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                names.add(file.getFileName().toString());
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        assertEquals(Set.of("root.key", "site.keyset", "tenant-" + LINKOPING + ".keyset", "db-file.secret"), names);
        assertEquals(32, Files.size(directory.resolve("root.key")));
    }

    @Test
    public void aKeyFileThatOthersCanReadIsRefused() throws IOException {
        Files.setPosixFilePermissions(directory.resolve("root.key"), PosixFilePermissions.fromString("rw-r-----"));

        assertThrows(IllegalStateException.class, () -> new FileKeys(directory));
    }

    @Test
    public void aDirectoryThatOthersCanEnterIsRefused() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThrows(IllegalStateException.class, () -> new FileKeys(directory));
    }

    @Test
    public void aDamagedRootKeyIsRefusedWithoutShowingIt() throws IOException {
        Files.writeString(directory.resolve("root.key"), "SHORT");

        var refusal = assertThrows(IllegalStateException.class, () -> new FileKeys(directory));
        assertFalse(String.valueOf(refusal.getMessage()).contains("SHORT"));
    }

    @Test
    public void aMissingRootKeyIsNotReplacedWhileKeysDependOnIt() throws IOException {
        Files.delete(directory.resolve("root.key"));

        assertThrows(IllegalStateException.class, () -> new FileKeys(directory));
        assertFalse(Files.exists(directory.resolve("root.key")));
    }

    @Test
    public void whatIsTooShortToBeACipherTextIsRefusedAsSuch() {
        keys.encryptSite(new byte[4], "c");
        for (int length = 0; length < 40; length++) {
            byte[] some = new byte[length];
            if (length > 0) {
                some[0] = 1;
            }
            assertThrows(IllegalStateException.class, () -> keys.decryptSite(some, "c"));
        }
    }

    @Test
    public void exchangedKeysetsDoNotOpen() throws IOException {
        byte[] cipher = keys.encrypt(LINKOPING, PLAIN, "c");
        keys.encrypt(OSLO, PLAIN, "c");
        Files.move(
                directory.resolve("tenant-" + LINKOPING + ".keyset"),
                directory.resolve("tenant-" + OSLO + ".keyset"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThrows(IllegalStateException.class, () -> new FileKeys(directory).decrypt(OSLO, cipher, "c"));
    }

    @Test
    public void aSecretHas256BitsAndStaysTheSame() {
        String secret = keys.secret("db-file");

        assertTrue(secret.matches("[0-9a-f]{64}"));
        assertEquals(secret, new FileKeys(directory).secret("db-file"));
        assertNotEquals(secret, keys.secret("db-user"));
    }

    @Test
    public void aDamagedSecretIsRefusedWithoutShowingIt() throws IOException {
        keys.secret("db-file");
        Files.writeString(directory.resolve("db-file.secret"), "oops");

        var refusal = assertThrows(IllegalStateException.class, () -> keys.secret("db-file"));
        assertFalse(String.valueOf(refusal.getMessage()).contains("oops"));
    }

    @Test
    public void aSecretsNameCannotLeaveTheDirectory() {
        assertThrows(IllegalArgumentException.class, () -> keys.secret("../etc"));
        assertThrows(IllegalArgumentException.class, () -> keys.secret(""));
    }

    @Test
    public void twoProcessesAgreeOnOneKeyAndOneSecret() throws Exception {
        List<FileKeys> processes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            processes.add(new FileKeys(directory));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<byte[]>> jobs = new ArrayList<>();
            List<Callable<String>> secrets = new ArrayList<>();
            for (FileKeys process : processes) {
                jobs.add(() -> process.encrypt(OSLO, PLAIN, "c"));
                secrets.add(() -> process.secret("shared"));
            }
            for (var cipher : threads.invokeAll(jobs)) {
                assertArrayEquals(PLAIN, keys.decrypt(OSLO, cipher.get(), "c"));
            }
            Set<String> seen = new HashSet<>();
            for (var secret : threads.invokeAll(secrets)) {
                seen.add(secret.get());
            }
            assertEquals(1, seen.size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    public void aStreamOpensWithTheSameKeysAndPurposeAlsoAfterARestart() throws IOException {
        byte[] sealed = Sealed.backup(keys, LONG);

        assertFalse(new String(sealed, UTF_8).contains("a short note"));
        assertArrayEquals(LONG, Sealed.opened(new FileKeys(directory), sealed, "backup"));
        assertThrows(IOException.class, () -> Sealed.opened(keys, sealed, "something else"));
        FileKeys others = new FileKeys(folder.getRoot().toPath().resolve("others"));
        assertThrows(IOException.class, () -> Sealed.opened(others, sealed, "backup"));
    }

    @Test
    public void aStreamThatWasChangedOrCutDoesNotOpen() throws IOException {
        byte[] sealed = Sealed.backup(keys, LONG);
        for (int at : List.of(0, 30, sealed.length / 2, sealed.length - 1)) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThrows("bit at " + at, IOException.class, () -> Sealed.opened(keys, changed, "backup"));
        }
        for (int length : List.of(0, 10, 1 << 20, sealed.length - 1)) {
            byte[] cut = java.util.Arrays.copyOf(sealed, length);
            assertThrows("cut at " + length, IOException.class, () -> Sealed.opened(keys, cut, "backup"));
        }
    }
}
