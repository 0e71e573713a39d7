// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Files that are cut, put back or renamed while they are read. */
public class FileSourceTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static final Pattern LOGS = Pattern.compile("openbarnahus(?:-\\d{1,3})?\\.log");
    private static final Instant AT = Instant.parse("2026-03-12T08:00:00Z");

    private final List<Runnable> meanwhile = new ArrayList<>();
    private Path logs;
    private Path log;
    private Path older;
    private Path remembered;
    private Positions positions;
    private FileSource source;

    @Before
    public void places() throws IOException {
        logs = folder.newFolder("log").toPath();
        log = logs.resolve("openbarnahus.log");
        older = logs.resolve("openbarnahus-1.log");
        remembered = folder.getRoot().toPath().resolve("positions");
        start();
    }

    /** As the program does when it starts. */
    private void start() throws IOException {
        positions = new Positions(remembered);
        source = new FileSource(Kind.LOG, logs, LOGS, () -> {
            if (!meanwhile.isEmpty()) {
                meanwhile.removeFirst().run();
            }
        });
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void changed(Path file, int minute) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(AT.plusSeconds(60L * minute)));
    }

    private List<String> rest() throws IOException {
        List<String> all = new ArrayList<>();
        for (Optional<Batch> next = source.next(positions); next.isPresent(); next = source.next(positions)) {
            Batch batch = next.get();
            batch.items().forEach(item -> all.add(item.text()));
            positions.set(batch.key(), batch.upTo(), batch.mark());
            positions.save();
        }
        return all;
    }

    @Test
    public void aFileThatWasCutIsReadFromItsBeginning() throws IOException {
        append(log, "first\nsecond\nthird\n");
        assertEquals(List.of("first", "second", "third"), rest());
        Files.writeString(log, "first\nnew\n");
        assertEquals(List.of("first", "new"), rest());
        assertEquals(List.of(), rest());
        append(log, "newer\n");
        assertEquals(List.of("newer"), rest());
    }

    @Test
    public void aFileThatWasPutBackAndHasGrownPastThePlaceIsReadFromItsBeginning() throws IOException {
        append(log, "first\nsecond\n");
        assertEquals(List.of("first", "second"), rest());
        Files.writeString(log, "first\nanother\nand one more\n");
        start();
        assertEquals(List.of("first", "another", "and one more"), rest());
        start();
        assertEquals(List.of(), rest());
    }

    @Test
    public void aFileThatWasCopiedBackAsItWasGoesOn() throws IOException {
        append(log, "first\nsecond\n");
        assertEquals(2, rest().size());
        Path copy = Files.copy(log, logs.resolve("copy"));
        Files.move(copy, log, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        append(log, "third\n");
        start();
        assertEquals(List.of("third"), rest());
    }

    @Test
    public void placesWithoutAMarkAreBelieved() throws IOException {
        append(log, "first\nsecond\n");
        assertEquals(2, rest().size());
        Files.writeString(remembered, Files.readString(remembered).replaceFirst(" \\d+\n", "\n"));
        start();
        append(log, "third\n");
        assertEquals(List.of("third"), rest());
        Files.writeString(remembered, Files.readString(remembered).replaceFirst(" \\d+\n", "\n"));
        start();
        Files.writeString(log, "first\n");
        assertEquals("unless the file is too short for them", List.of("first"), rest());
    }

    @Test
    public void aCopyBesideTheLogIsNotSentAgainAndAgain() throws IOException {
        append(log, "first\nsecond\n");
        Files.copy(log, logs.resolve("openbarnahus-77.log"));
        append(log, "third\n");
        assertEquals(List.of("first", "second", "third"), rest());
        assertEquals(List.of(), rest());
    }

    private void rotate() {
        try {
            Files.move(log, older);
            append(log, "new and longer than what was there before\nnewer\n");
            changed(older, 1);
            changed(log, 2);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void aLogThatIsRenamedThisMomentIsNotReadOnInTheNewOne() throws IOException {
        append(log, "old\n");
        assertEquals(List.of("old"), rest());
        append(log, "last\n");
        meanwhile.add(this::rotate);
        assertEquals("not this moment", List.of(), rest());
        assertEquals(List.of("last", "new and longer than what was there before", "newer"), rest());
        assertEquals(List.of(), rest());
    }

    @Test
    public void aLogThatIsOverlookedOnceKeepsItsPlace() throws IOException {
        append(log, "old\n");
        assertEquals(List.of("old"), rest());
        Path away = logs.resolve("away");
        Files.move(log, away);
        append(log, "new\n");
        assertEquals(
                Optional.of("new"),
                source.next(positions).map(batch -> batch.items().getFirst().text()));
        Files.move(away, older);
        changed(older, 1);
        changed(log, 2);
        assertEquals(List.of("new"), rest());
    }

    @Test
    public void aDirectoryThatIsAwayForAWhileIsNotForgotten() throws IOException {
        append(log, "old\n");
        assertEquals(List.of("old"), rest());
        Path away = folder.getRoot().toPath().resolve("unmounted");
        Files.move(logs, away);
        assertEquals(List.of(), rest());
        assertEquals(List.of(), rest());
        Files.move(away, logs);
        assertEquals(List.of(), rest());
    }

    @Test
    public void whatIsGoneForGoodIsForgotten() throws IOException {
        append(log, "old\n");
        rest();
        rotate();
        rest();
        Files.delete(older);
        for (String line : List.of("more\n", "and more\n")) {
            append(log, line);
            rest();
        }
        assertEquals(1, Files.readAllLines(remembered).size());
    }
}
