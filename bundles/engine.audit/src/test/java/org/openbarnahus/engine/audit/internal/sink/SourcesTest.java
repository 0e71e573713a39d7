// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

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
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.engine.audit.internal.Entries;
import org.openbarnahus.engine.audit.internal.MemoryTrail;

public class SourcesTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static final Instant AT = Instant.parse("2026-03-12T08:00:00Z");
    private final MemoryTrail trail = new MemoryTrail();
    private Path logs;
    private Positions positions;
    private FileSource source;

    @Before
    public void places() throws IOException {
        logs = folder.newFolder("log").toPath();
        positions = new Positions(folder.getRoot().toPath().resolve("positions"));
        source = new FileSource(Kind.LOG, logs, Pattern.compile("openbarnahus(?:-\\d{1,3})?\\.log"));
    }

    private void log(String name, String text) throws IOException {
        Files.writeString(logs.resolve(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void changed(String name, int minute) throws IOException {
        Files.setLastModifiedTime(logs.resolve(name), FileTime.from(AT.plusSeconds(60L * minute)));
    }

    private List<String> rest(Source from) throws IOException {
        List<String> all = new ArrayList<>();
        for (Optional<Batch> next = from.next(positions); next.isPresent(); next = from.next(positions)) {
            next.get().items().forEach(item -> all.add(item.text()));
            positions.set(next.get().key(), next.get().upTo());
        }
        return all;
    }

    @Test
    public void aLogThatIsRenamedWhileNobodyListensIsReadToItsEndAndThenTheNewOne() throws IOException {
        log("openbarnahus.log", "one\ntwo\nhal");
        log("console.log", "not this\n");
        assertEquals(List.of("one", "two"), rest(source));
        log("openbarnahus.log", "f\nlast\n");
        Files.move(logs.resolve("openbarnahus.log"), logs.resolve("openbarnahus-1.log"));
        log("openbarnahus.log", "new\n");
        changed("openbarnahus-1.log", 1);
        changed("openbarnahus.log", 2);
        assertEquals(List.of("half", "last", "new"), rest(source));
        Files.delete(logs.resolve("openbarnahus-1.log"));
        log("openbarnahus.log", "newer\n");
        assertEquals(List.of("newer"), rest(source));
        assertEquals(List.of(), rest(source));
    }

    @Test
    public void manyAndLongLinesComeInPieces() throws IOException {
        String line = "x".repeat(100_000);
        String longer = "y".repeat(300_000);
        log("openbarnahus.log", line + "1\n" + line + "2\n" + line + "3\n" + longer + "\nlast\n");
        List<String> all = rest(source);
        assertEquals(List.of(line + "1", line + "2", line + "3"), all.subList(0, 3));
        assertEquals(longer, String.join("", all.subList(3, all.size() - 1)));
        assertEquals("last", all.getLast());
    }

    @Test
    public void howBadALineIsAndWhenItWasStandsInTheMessage() throws IOException {
        log(
                "openbarnahus.log",
                "{\"at\":\"2026-03-12T08:00:00.123Z\",\"level\":\"ERROR\"}\n{\"level\":\"WARN\"}\n{\"at\":\"2026-99-12T08:00:00.123Z\"}\n");
        List<Item> items = source.next(positions).orElseThrow().items();
        assertEquals(Instant.parse("2026-03-12T08:00:00.123Z"), items.get(0).at());
        assertEquals(
                List.of(Item.Severity.ERROR, Item.Severity.WARNING, Item.Severity.INFORMATIONAL),
                items.stream().map(Item::severity).toList());
        assertEquals(Instant.EPOCH, items.get(2).at());
    }

    @Test
    public void withoutAFileThereIsNothing() throws IOException {
        assertEquals(List.of(), rest(new FileSource(Kind.LOG, logs.resolve("none"), Pattern.compile(".*"))));
        log("openbarnahus.log", "");
        assertEquals(List.of(), rest(source));
    }

    private void entry(Action action, String type, Result result) {
        trail.add(Entries.of(AT, Entries.ANNA, action, type, "id", result));
    }

    @Test
    public void ofTheTrailComesWhatConcernsSecurityOrAll() throws IOException {
        entry(Action.READ, "case", Result.DONE);
        entry(Action.CHANGE, "case", Result.DONE);
        entry(Action.READ, "case", Result.DENIED);
        entry(Action.CONFIGURE, "service", Result.DONE);
        entry(Action.CREATE, "alert", Result.DONE);
        entry(Action.CHANGE, "entry", Result.REFUSED);
        trail.add(Entries.nobody(AT));
        List<String> security = rest(new EntrySource(trail, false));
        assertEquals(security.toString(), 5, security.size());
        assertTrue(
                security.toString(),
                security.stream().noneMatch(line -> line.contains("\"READ\"") && line.contains("DONE")));
        assertEquals(List.of(), rest(new EntrySource(trail, false)));
        positions = new Positions(folder.getRoot().toPath().resolve("others"));
        List<String> all = rest(new EntrySource(trail, true));
        assertEquals(7, all.size());
        entry(Action.SIGN_OUT, "session", Result.DONE);
        assertEquals(1, rest(new EntrySource(trail, true)).size());
    }

    @Test
    public void whatIsNotOnDiskYetIsSentOnceItIs() throws IOException {
        EntrySource source = new EntrySource(trail, true);
        entry(Action.READ, "case", Result.DONE);
        trail.notOnDisk(1);
        assertEquals(List.of(), rest(source));
        entry(Action.CHANGE, "case", Result.DONE);
        entry(Action.CREATE, "case", Result.DONE);
        assertEquals(List.of("1 READ", "2 CHANGE"), numbered(rest(source)));
        assertEquals(List.of(), rest(source));
        trail.notOnDisk(0);
        assertEquals(List.of("3 CREATE"), numbered(rest(source)));
        assertEquals(List.of(), rest(source));
    }

    private static List<String> numbered(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll(".*\"seq\":(\\d+),.*\"action\":\"([A-Z_]+)\".*", "$1 $2"))
                .toList();
    }

    @Test
    public void moreThanABatchComesInOrder() throws IOException {
        for (int i = 0; i < 1_234; i++) {
            entry(Action.READ, "case", Result.DONE);
        }
        List<String> all = rest(new EntrySource(trail, true));
        assertEquals(1_234, all.size());
        for (int i = 0; i < all.size(); i++) {
            assertTrue(all.get(i), all.get(i).contains("\"seq\":" + (i + 1) + ","));
        }
    }

    @Test
    public void aTrailFromABackupIsSentOnceMore() throws IOException {
        entry(Action.READ, "case", Result.DONE);
        entry(Action.READ, "case", Result.DONE);
        assertEquals(2, rest(new EntrySource(trail, true)).size());
        trail.chain(Entries.HOUSE).removeLast();
        assertEquals(1, rest(new EntrySource(trail, true)).size());
    }

    @Test
    public void oddThingsAreWarnings() {
        entry(Action.READ, "case", Result.DENIED);
        entry(Action.CREATE, "alert", Result.DONE);
        entry(Action.READ, "case", Result.DONE);
        assertEquals(
                List.of(Item.Severity.WARNING, Item.Severity.WARNING, Item.Severity.INFORMATIONAL),
                new EntrySource(trail, true)
                        .next(positions).orElseThrow().items().stream()
                                .map(Item::severity)
                                .toList());
        AuditEntry signIn = Entries.of(AT, Entries.ANNA, Action.SIGN_IN, "session", "s", Result.DONE);
        assertTrue(EntrySource.security(signIn));
    }
}
