// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.ChainHead;

/** When chains are signed, and that a database set back or rewritten is told from one that only grew. */
public class CheckpointsTest {
    private static final Path VECTORS = Path.of("../../docs/auditor/vectors");
    private static final Instant NOW = Instant.parse("2026-03-12T08:00:00Z");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final MemoryTrail trail = new MemoryTrail();

    private Path file() {
        return folder.getRoot().toPath().resolve("audit").resolve("checkpoints.jsonl");
    }

    private Checkpoints opened() {
        Checkpoints checkpoints = new Checkpoints(trail, VectorKey.signer(), file(), Duration.ofSeconds(60), 1_000);
        assertEquals(List.of(), checkpoints.check());
        return checkpoints;
    }

    private void grow(int entries) {
        for (int i = 0; i < entries; i++) {
            trail.add(Entries.of(NOW, Entries.ANNA, AuditEntry.Action.READ, "case", "c" + i, AuditEntry.Result.DONE));
        }
    }

    private long lines() throws IOException {
        return Files.exists(file()) ? Files.readAllLines(file()).size() : 0;
    }

    @Test
    public void writesTheVeryBytesOfThePublishedVectors() throws Exception {
        CheckpointFile written = new CheckpointFile(file(), VectorKey.signer());
        List<String> lines = Files.readAllLines(VECTORS.resolve("checkpoints.jsonl"));
        written.append(List.of(head(lines.get(0)), head(lines.get(1))), Instant.parse("2026-03-12T08:02:00.000001Z"));
        written.append(List.of(head(lines.get(2))), Instant.parse("2026-03-12T08:05:00.000001Z"));
        assertEquals(Files.readString(VECTORS.resolve("checkpoints.jsonl")), Files.readString(file()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())));
    }

    @Test
    public void signsAMinuteAfterTheFirstNewEntryAndNotWhileNothingIsNew() throws Exception {
        Checkpoints checkpoints = opened();
        grow(1);
        checkpoints.sign(trail.heads(), NOW);
        checkpoints.sign(trail.heads(), NOW.plusSeconds(59));
        assertEquals(0, lines());
        checkpoints.sign(trail.heads(), NOW.plusSeconds(60));
        assertEquals(1, lines());
        checkpoints.sign(trail.heads(), NOW.plusSeconds(600));
        assertEquals(1, lines());
    }

    /** Otherwise nothing would be signed until it is as late again as it was. */
    @Test
    public void goesOnSigningWhenTheClockWasSetBack() throws Exception {
        Checkpoints checkpoints = opened();
        grow(1);
        checkpoints.sign(trail.heads(), NOW);
        Instant back = NOW.minus(Duration.ofHours(1));
        checkpoints.sign(trail.heads(), back);
        assertEquals(0, lines());
        checkpoints.sign(trail.heads(), back.plusSeconds(60));
        assertEquals(1, lines());
    }

    @Test
    public void signsAtOnceAfterAThousandEntries() throws Exception {
        Checkpoints checkpoints = opened();
        grow(999);
        checkpoints.sign(trail.heads(), NOW);
        assertEquals(0, lines());
        grow(1);
        checkpoints.sign(trail.heads(), NOW);
        assertEquals(1, lines());
    }

    @Test
    public void goesOnAfterARestartAlsoBehindALineHalfWritten() throws Exception {
        grow(5);
        opened().signAll(NOW);
        Files.writeString(file(), "{\"v\":1,\"n\":2,\"pr", StandardOpenOption.APPEND);
        grow(5);
        opened().signAll(NOW);
        assertEquals(2, lines());
        opened();
    }

    @Test
    public void aTrailCutOffBehindItsCheckpointIsToldAndNotSignedOver() throws Exception {
        grow(5);
        opened().signAll(NOW);
        trail.chain(Entries.HOUSE).removeLast();
        Checkpoints again = new Checkpoints(trail, VectorKey.signer(), file(), Duration.ofSeconds(60), 1_000);
        assertTrue(again.check().getFirst().words().contains("ends at entry 4, entry 5 was signed"));
        grow(10);
        again.signAll(NOW);
        assertEquals(1, lines());
        assertTrue(again.check().getFirst().words().contains("differs"));
    }

    @Test
    public void anEmptyDatabaseBesideOldCheckpointsIsTold() {
        grow(5);
        opened().signAll(NOW);
        trail.chains.clear();
        Checkpoints again = new Checkpoints(trail, VectorKey.signer(), file(), Duration.ofSeconds(60), 1_000);
        assertTrue(again.check().getFirst().words().contains("behind"));
    }

    @Test
    public void checkpointsThatWereChangedOrSignedByAnotherAreTold() throws Exception {
        grow(5);
        Checkpoints checkpoints = opened();
        checkpoints.signAll(NOW);
        grow(1);
        checkpoints.signAll(NOW);
        String good = Files.readString(file());
        for (String bad : List.of(
                good.replace("\"n\":1", "\"n\":3"),
                good.substring(good.indexOf('\n') + 1),
                good.replace("\"seq\":6", "\"seq\":7"),
                good.replaceAll("\"key\":\"....", "\"key\":\"0000"))) {
            Files.writeString(file(), bad);
            List<Checkpoints.Fault> faults = checkpoints.check();
            assertEquals(1, faults.size());
            assertEquals(AuditStore.SITE, faults.getFirst().chain());
        }
        Files.writeString(file(), good);
        assertEquals(List.of(), checkpoints.check());
    }

    private static ChainHead head(String line) {
        return new ChainHead(
                ServiceId.of(cell(line, "\"chain\":\"", "\"")),
                Long.parseLong(cell(line, "\"seq\":", ",")),
                cell(line, "\"hash\":\"", "\""));
    }

    private static String cell(String line, String before, String after) {
        int start = line.indexOf(before) + before.length();
        return line.substring(start, line.indexOf(after, start));
    }

    @Test
    public void bytesThatAreNoTextAreAFaultLikeAnyOtherDamage() throws Exception {
        Checkpoints checkpoints = opened();
        grow(1);
        checkpoints.signAll(NOW);
        Files.write(file(), new byte[] {(byte) 0xff, '\n'}, StandardOpenOption.APPEND);
        assertEquals(
                1,
                new Checkpoints(trail, VectorKey.signer(), file(), Duration.ofSeconds(60), 1_000)
                        .check()
                        .size());
    }

    @Test
    public void aChainThatIsNoIdIsAFaultLikeAnyOtherDamage() throws Exception {
        Files.createDirectories(file().getParent());
        String line = Files.readAllLines(VECTORS.resolve("checkpoints.jsonl")).getFirst();
        Files.writeString(
                file(), line.replaceFirst("\"chain\":\"[^\"]*\"", "\"chain\":\"" + "-".repeat(36) + "\"") + "\n");
        assertEquals(
                1,
                new Checkpoints(trail, VectorKey.signer(), file(), Duration.ofSeconds(60), 1_000)
                        .check()
                        .size());
    }
}
