// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AppendedFilesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path remembered;
    private Path file;
    private AppendedFiles files;

    @Before
    public void place() throws IOException {
        Path home = folder.newFolder("elsewhere").toPath();
        remembered = folder.getRoot().toPath().resolve("positions");
        file = home.resolve("entries.jsonl");
        files = new AppendedFiles(home);
    }

    private static Batch batch(String... lines) {
        return new Batch(
                Kind.ENTRIES,
                Stream.of(lines)
                        .map(line -> new Item(Instant.EPOCH, Item.Severity.INFORMATIONAL, line))
                        .toList(),
                "entries/x",
                1);
    }

    private void send(boolean isRemembered, String... lines) throws IOException {
        Positions positions = new Positions(remembered);
        files.send(batch(lines), positions);
        if (isRemembered) {
            positions.save();
        }
    }

    @Test
    public void linesAreAppendedForTheOwnerOnly() throws IOException {
        send(true, "1", "2");
        send(true, "3");
        assertEquals(List.of("1", "2", "3"), Files.readAllLines(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    public void whatACrashLeftWrittenButNotRememberedIsNotThereTwice() throws IOException {
        send(true, "1");
        send(false, "2", "3");
        send(true, "2", "3", "4");
        assertEquals(List.of("1", "2", "3", "4"), Files.readAllLines(file));
        Files.writeString(file, "5\n6", StandardOpenOption.APPEND);
        send(true, "5", "66");
        assertEquals(List.of("1", "2", "3", "4", "5", "66"), Files.readAllLines(file));
    }

    @Test
    public void whatSomebodyElseWroteStaysAndSpoilsNoLine() throws IOException {
        send(true, "1");
        Files.writeString(file, "foreign", StandardOpenOption.APPEND);
        send(true, "2");
        send(true, "3");
        assertEquals(List.of("1", "foreign", "2", "3"), Files.readAllLines(file));
        Files.writeString(file, "");
        send(true, "4");
        assertEquals(List.of("4"), Files.readAllLines(file));
    }

    @Test
    public void aLinkInTheFilesPlaceLeadsNowhere() throws IOException {
        Path target = Files.writeString(folder.newFile().toPath(), "of this machine\n");
        Files.createSymbolicLink(file, target);
        assertThrows(IOException.class, () -> send(true, "1"));
        assertEquals("of this machine\n", Files.readString(target));
        Path unborn = target.resolveSibling("unborn");
        Files.delete(file);
        Files.createSymbolicLink(file, unborn);
        assertThrows(IOException.class, () -> send(true, "1"));
        assertFalse(Files.exists(unborn));
        assertEquals("it is not replaced either", true, Files.isSymbolicLink(file));
        Files.delete(file);
        send(true, "1");
        assertEquals("and nothing counts as arrived", List.of("1"), Files.readAllLines(file));
    }

    /** A pipe would hold us for ever, a device would swallow everything. */
    @Test(timeout = 60_000)
    public void whatIsNoFileIsNotWrittenTo() throws Exception {
        assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
        assertThrows(IOException.class, () -> send(true, "1"));
        Files.delete(file);
        Files.createDirectory(file);
        assertThrows(IOException.class, () -> send(true, "1"));
        Files.delete(file);
        for (String device : List.of("/dev/full", "/dev/null")) {
            Files.createSymbolicLink(file, Path.of(device));
            assertThrows(device, IOException.class, () -> send(true, "1"));
            Files.delete(file);
        }
        send(true, "1");
        assertEquals(List.of("1"), Files.readAllLines(file));
    }

    @Test
    public void aVolumeThatIsNotThereIsNotMadeUp() throws IOException {
        Path missing = file.resolveSibling("missing");
        Positions positions = new Positions(remembered);
        assertThrows(IOException.class, () -> new AppendedFiles(missing).send(batch("1"), positions));
        assertEquals(false, Files.exists(missing));
    }
}
