// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The PIN is read where nobody else can, and apart from the data. */
public class PinFileTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file(String name, String content, String rights) throws IOException {
        Path file = folder.getRoot().toPath().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private PinFile pin(String named) {
        Path root = folder.getRoot().toPath();
        return new PinFile(named, Optional.of(root.resolve("data")), Optional.of(root.resolve("credentials")));
    }

    private void refused(String named, String words) {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> pin(named).read());
        assertTrue(refused.getMessage(), String.valueOf(refused.getMessage()).contains(words));
    }

    @Test
    public void theFirstLineIsThePin() throws IOException {
        file("data/x", "", "rw-------");
        assertEquals(
                "12 34",
                new String(pin(file("pin", " 12 34 \nmore\n", "rw-------").toString())
                        .read()));
        assertEquals(
                "77", new String(pin(file("pin", "77", "r--------").toString()).read()));
        assertEquals(
                256, pin(file("pin", "7".repeat(256), "rw-------").toString()).read().length);
    }

    @Test
    public void whatOthersCanReadOrLiesWithTheDataIsRefused() throws IOException {
        file("data/x", "", "rw-------");
        refused(file("open", "1234", "rw-r-----").toString(), "chmod go-rwx");
        refused(file("data/etc/pin", "1234", "rw-------").toString(), "lies in the data directory");
        Path link = folder.getRoot().toPath().resolve("link");
        Files.createSymbolicLink(link, folder.getRoot().toPath().resolve("data/etc/pin"));
        refused(link.toString(), "lies in the data directory");
    }

    @Test
    public void whereTheDataOfThisProcessLieIsNoPlaceForAPin() throws IOException {
        String before = System.getProperty("openbarnahus.data");
        Path pin = file("data/pin", "1234", "rw-------");
        System.setProperty("openbarnahus.data", pin.resolveSibling("").toString());
        try {
            IllegalStateException refused = assertThrows(IllegalStateException.class, PinFile.of(pin.toString())::read);
            assertTrue(
                    refused.getMessage(), String.valueOf(refused.getMessage()).contains("lies in the data directory"));
        } finally {
            if (before == null) {
                System.clearProperty("openbarnahus.data");
            } else {
                System.setProperty("openbarnahus.data", before);
            }
        }
    }

    @Test
    public void whatIsNoPinIsRefused() throws IOException {
        file("data/x", "", "rw-------");
        refused("", "token.pin.file is not set");
        refused(folder.getRoot() + "/nowhere", "cannot be read from");
        refused(file("empty", "\n1234", "rw-------").toString(), "is empty");
        refused(file("long", "7".repeat(257), "rw-------").toString(), "too long");
    }

    @Test
    public void aCredentialOfSystemdIsReadByItsName() throws IOException {
        file("credentials/pin", "5678\n", "r--r-----");
        assertEquals("5678", new String(pin("credential:pin").read()));
        refused("credential:../credentials/pin", "names no credential");
        refused("credential:other", "cannot be read from");
        PinFile none = new PinFile("credential:pin", Optional.empty(), Optional.empty());
        assertThrows(IllegalStateException.class, none::read);
    }

    @Test
    public void theSlotIsANumberOrTheFirstOne() {
        assertTrue(settings("").provider().contains("slotListIndex = 0\n"));
        assertTrue(settings("17").provider().contains("slot = 17\n"));
        assertTrue(settings("0x10").provider().contains("slot = 16\n"));
        assertTrue(settings("").provider().contains("CKA_EXTRACTABLE = false"));
        for (String wrong : new String[] {"-1", "one", "0x", "1\nlibrary=/x"}) {
            assertThrows(IllegalStateException.class, () -> settings(wrong));
        }
    }

    /** Whoever writes it runs in this process. */
    @Test
    public void aLibraryThatOthersCanChangeIsNotLoaded() throws IOException {
        Path library = file("lib/token.so", "", "rw-r--r--");
        Path place = folder.getRoot().toPath().resolve("lib");
        settings(library, "");
        for (String rights : new String[] {"rw-rw-r--", "rw-r--rw-"}) {
            Files.setPosixFilePermissions(library, PosixFilePermissions.fromString(rights));
            refusedLibrary(library, "can be written by others");
        }
        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("r--r--r--"));
        Path link = Files.createSymbolicLink(folder.getRoot().toPath().resolve("link.so"), library);
        settings(link, "");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xrwx"));
        refusedLibrary(library, place + " can be written by others");
        refusedLibrary(link, place + " can be written by others");
        refusedLibrary(Path.of("lib/token.so"), "absolute path");
        refusedLibrary(place, "absolute path");
    }

    private static void refusedLibrary(Path library, String words) {
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> settings(library, ""));
        assertTrue(refused.getMessage(), String.valueOf(refused.getMessage()).contains(words));
    }

    private static TokenSettings settings(String slot) {
        return settings(SoftToken.library(), slot);
    }

    private static TokenSettings settings(Path library, String slot) {
        return new TokenSettings(
                library,
                slot,
                "k",
                new PinFile("", Optional.empty(), Optional.empty()),
                Duration.ofSeconds(1),
                Duration.ZERO);
    }
}
