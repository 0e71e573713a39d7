// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.engine.audit.internal.Entries;
import org.openbarnahus.engine.audit.internal.MemoryTrail;
import org.openbarnahus.sdk.testkit.tls.SyslogReceiver;

/** Against a real receiver on this machine. */
public class SyslogTlsTest {
    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static final Instant AT = Instant.parse("2026-03-12T08:00:00.000001Z");
    private static final Duration SOON = Duration.ofSeconds(2);

    private static TlsFiles server;
    private static TlsFiles elsewhere;
    private static TlsFiles client;
    private static Path folder;

    @BeforeClass
    public static void identities() throws Exception {
        folder = FOLDER.getRoot().toPath();
        server = Party.of(folder, "server", "localhost");
        elsewhere = Party.of(folder, "elsewhere", "elsewhere.example.org");
        client = Party.of(folder, "client", "client.example.org");
    }

    private static TlsFiles trusting(TlsFiles whom) {
        return new TlsFiles(whom.authorities(), "", "");
    }

    private static void send(int port, TlsFiles files, List<Item> items) throws IOException {
        new SyslogTls("localhost", port, files, new Frames("hub"), SOON)
                .send(new Batch(Kind.ENTRIES, items, "k", 1), new Positions(folder.resolve("none")));
    }

    private static Item item(String text) {
        return new Item(AT, Item.Severity.WARNING, text);
    }

    @Test
    public void everyMessageArrivesWholeAndInItsForm() throws Exception {
        try (SyslogReceiver receiver = new SyslogReceiver(server.context(), 0, false)) {
            send(receiver.port, trusting(server), List.of(item("{\"a\":\"å\"}"), item("{}")));
            assertEquals(
                    List.of(
                            "<108>1 2026-03-12T08:00:00.000001Z hub openbarnahus - entries - {\"a\":\"å\"}",
                            "<108>1 2026-03-12T08:00:00.000001Z hub openbarnahus - entries - {}"),
                    receiver.messages);
        }
    }

    /** Names and ids come from people: none of them ends a message or begins one. */
    @Test
    public void whatSomebodyTypedIsNeverAMessageOfItsOwn() throws Exception {
        MemoryTrail trail = new MemoryTrail();
        for (String typed : List.of(
                "a\n9 <13>1 - - - - - - forged",
                "a\r\n<108>1 forged",
                "\"}\n{\"v\":1,\"chain\":\"forged\"}",
                "\u0000\u0007\u001b[2J\u2028\u2029\u0085\ud800å\ud83d\ude00")) {
            trail.add(Entries.of(AT, Entries.ANNA, Action.READ, "case", typed, Result.DENIED));
        }
        Batch batch = new EntrySource(trail, true)
                .next(new Positions(folder.resolve("none")))
                .orElseThrow();
        try (SyslogReceiver receiver = new SyslogReceiver(server.context(), 0, false)) {
            send(receiver.port, trusting(server), batch.items());
            assertEquals(4, receiver.messages.size());
            for (String message : receiver.messages) {
                assertTrue(
                        message,
                        message.startsWith("<108>1 2026-03-12T08:00:00.000001Z hub openbarnahus - entries - {"));
                assertTrue(message, message.endsWith("}") && message.chars().allMatch(c -> c >= ' ' && c <= '~'));
            }
        }
    }

    @Test
    public void whoeverIsNotWhoWeMeanGetsNothing() throws Exception {
        try (SyslogReceiver receiver = new SyslogReceiver(server.context(), 0, false);
                SyslogReceiver other = new SyslogReceiver(elsewhere.context(), 0, false)) {
            assertThrows(IOException.class, () -> send(receiver.port, trusting(elsewhere), List.of(item("{}"))));
            assertThrows(
                    "trusted, but of another name",
                    IOException.class,
                    () -> send(other.port, trusting(elsewhere), List.of(item("{}"))));
            assertThrows(
                    "no authority of Java's",
                    IOException.class,
                    () -> send(receiver.port, none(), List.of(item("{}"))));
            assertEquals(List.of(), receiver.messages);
            assertEquals(List.of(), other.messages);
        }
    }

    @Test
    public void aCertificateThatIsOverOrNotYetGoodIsNotTrustedEvenWhereItIsNamedItself() throws Exception {
        for (String from : List.of("-10d", "+10d")) {
            TlsFiles wrong = Party.of(folder, from.startsWith("-") ? "over" : "early", "localhost", from);
            try (SyslogReceiver receiver = new SyslogReceiver(wrong.context(), 0, false)) {
                assertThrows(from, IOException.class, () -> send(receiver.port, trusting(wrong), List.of(item("{}"))));
                assertEquals(List.of(), receiver.messages);
            }
        }
    }

    @Test
    public void whoeverTalksWithoutEndIsNotListenedTo() throws Exception {
        try (SyslogReceiver receiver = new SyslogReceiver(server.context(), 0, false)) {
            receiver.manners = SyslogReceiver.Manners.TALKS;
            IOException refused =
                    assertThrows(IOException.class, () -> send(receiver.port, trusting(server), List.of(item("{}"))));
            assertEquals("the receiver talks without end", refused.getMessage());
        }
    }

    private static TlsFiles none() {
        return new TlsFiles("", "", "");
    }

    private static TlsFiles trustingTheClient() {
        return new TlsFiles(client.authorities(), server.own(), server.passwordFile());
    }

    private static TlsFiles ofTheClient() {
        return new TlsFiles(server.authorities(), client.own(), client.passwordFile());
    }

    @Test
    public void weProveWhoWeAreWhereThatIsWanted() throws Exception {
        try (SyslogReceiver receiver = new SyslogReceiver(trustingTheClient().context(), 0, true)) {
            send(receiver.port, ofTheClient(), List.of(item("1")));
            assertEquals(1, receiver.messages.size());
            assertThrows(IOException.class, () -> send(receiver.port, trusting(server), List.of(item("2"))));
            assertEquals(1, receiver.messages.size());
        }
    }

    @Test
    public void aKeyOrPasswordThatOthersCanReadIsNotUsed() throws Exception {
        try (SyslogReceiver receiver = new SyslogReceiver(trustingTheClient().context(), 0, true)) {
            for (Path secret : List.of(Path.of(client.own()), Path.of(client.passwordFile()))) {
                for (String rights : List.of("rw-r-----", "rw----r--", "rw--w----")) {
                    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString(rights));
                    IOException refused = assertThrows(
                            IOException.class, () -> send(receiver.port, ofTheClient(), List.of(item("1"))));
                    assertEquals(
                            secret + " can be read by others than its owner: chmod 600 it, and think about who may"
                                    + " have copied it",
                            refused.getMessage());
                }
                Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--------"));
                send(receiver.port, ofTheClient(), List.of(item("2")));
                Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
            }
            assertEquals(2, receiver.messages.size());
        }
    }

    @Test
    public void whoeverHangsUpHasNotReceived() throws Exception {
        try (SyslogReceiver receiver = new SyslogReceiver(server.context(), 0, false)) {
            receiver.manners = SyslogReceiver.Manners.HANGS_UP;
            // it may break off before, while or after we say goodbye
            for (int i = 0; i < 200; i++) {
                assertThrows(IOException.class, () -> send(receiver.port, trusting(server), List.of(item("{}"))));
            }
        }
    }

    @Test
    public void whoeverTakesNothingDoesNotHoldUsForEver() throws Exception {
        try (SyslogReceiver receiver = new SyslogReceiver(server.context(), 0, false)) {
            receiver.manners = SyslogReceiver.Manners.READS_NOTHING;
            List<Item> much = Collections.nCopies(2_000, item("x".repeat(10_000)));
            long start = System.nanoTime();
            assertThrows(IOException.class, () -> send(receiver.port, trusting(server), much));
            long took = System.nanoTime() - start;
            assertTrue("took " + took, took < SOON.toNanos() * 5);
        }
    }

    @Test
    public void whereNobodyListensOrNoCertificateLiesItFails() throws Exception {
        SyslogReceiver gone = new SyslogReceiver(server.context(), 0, false);
        gone.close();
        assertThrows(IOException.class, () -> send(gone.port, trusting(server), List.of(item("{}"))));
        TlsFiles missing = new TlsFiles(folder.resolve("missing.pem").toString(), "", "");
        assertThrows(IOException.class, () -> send(gone.port, missing, List.of(item("{}"))));
    }

    @Test
    public void logsAreCutAndEntriesAreNot() {
        Item log = new Item(AT, Item.Severity.ERROR, "y".repeat(9_000));
        String sent = new String(new Frames("-").of(new Batch(Kind.LOG, List.of(log), "k", 1)));
        assertTrue(sent, sent.startsWith("8060 <11>1 2026-03-12T08:00:00.000001Z - openbarnahus - log - yyy"));
        assertTrue(sent.endsWith("y…"));
        String whole = new String(new Frames("-").of(new Batch(Kind.CHECKPOINTS, List.of(log), "k", 1)));
        assertTrue(whole, whole.startsWith("9066 <107>1 ") && whole.endsWith("yy"));
        assertEquals("-", Frames.host("a b"));
        assertEquals("-", Frames.host(""));
        assertEquals("hub.example.org", Frames.host("hub.example.org"));
    }
}
