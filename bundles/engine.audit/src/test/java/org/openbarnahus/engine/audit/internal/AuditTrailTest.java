// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.LocalAuditService.Dump;
import org.openbarnahus.core.service.query.AuditLine;
import org.openbarnahus.core.service.query.AuditPage;
import org.openbarnahus.core.service.query.AuditQuery;
import org.openbarnahus.core.service.store.ChainedEntry;

/** Reading, exporting and dumping the trail, each of which leaves an entry itself. */
public class AuditTrailTest {
    private static final CaseId CASE = new CaseId(new UUID(5, 5));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final House house = new House();
    private final AuditTrail audit = new AuditTrail(house.access, house.trail, house.site, () -> house.now, house.pace);

    private AuditEntry last() {
        return house.trail.chain(Entries.HOUSE).getLast().entry();
    }

    private void read(UserId user, int times) {
        for (int i = 0; i < times; i++) {
            house.audit(Entries.of(house.now, user, Action.READ, "case", CASE.toString(), Result.DONE));
        }
    }

    @Test
    public void whatWasDeniedTellsNobodyOfTheOwnEntriesWhetherThereIsSuchACase() {
        house.trail.numbers.put(CASE, "SE-LKP-2026-0001");
        house.audit(Entries.of(house.now, House.BO, Action.READ, "case", CASE.toString(), Result.DENIED));
        AuditLine own =
                audit.own(house.bo, AuditQuery.newest(5)).orElseThrow().lines().getFirst();
        assertEquals("", own.caseNumber());
        assertEquals("", own.entry().objectId());
        assertEquals("", own.entry().detail());
        assertEquals(Result.DENIED, own.entry().result());
        AuditLine officers =
                audit.find(house.bo, AuditQuery.newest(5)).orElseThrow().lines().get(1);
        assertEquals("SE-LKP-2026-0001", officers.caseNumber());
    }

    @Test
    public void pagesFollowEachOtherWithNamesAndCaseNumbers() {
        house.trail.numbers.put(CASE, "SE-LKP-2026-0001");
        read(Entries.ANNA, 3);
        AuditPage first = audit.find(house.bo, AuditQuery.newest(2)).orElseThrow();
        assertEquals(List.of(3L, 2L), first.lines().stream().map(l -> l.seq()).toList());
        assertEquals("anna", first.lines().getFirst().username());
        assertEquals("SE-LKP-2026-0001", first.lines().getFirst().caseNumber());
        AuditPage second =
                audit.find(house.bo, AuditQuery.newest(2).before(first.next())).orElseThrow();
        assertEquals(List.of(1L), second.lines().stream().map(l -> l.seq()).toList());
        assertEquals(0, second.next());
        assertEquals(Action.SEARCH, last().action());
        assertEquals("hits:1", last().detail());
    }

    @Test
    public void oneSeesTheOwnEntriesOnlyWhateverNameIsAskedFor() {
        read(Entries.ANNA, 2);
        read(House.BO, 1);
        house.granted.removeAll(Set.of(Permission.AUDIT_READ, Permission.AUDIT_EXPORT));
        AuditQuery asks = new AuditQuery("", "anna", Set.of(), Set.of(), Optional.empty(), Optional.empty(), 0, 50);
        AuditPage own = audit.own(house.bo, asks).orElseThrow();
        assertEquals(List.of("bo"), own.lines().stream().map(l -> l.username()).toList());
        assertEquals(ErrorCode.DENIED, code(audit.find(house.bo, asks)));
        assertEquals(ErrorCode.DENIED, code(audit.csv(house.bo, asks)));
    }

    @Test
    public void anUnknownNameFindsNothingRatherThanEverybody() {
        read(Entries.ANNA, 2);
        AuditQuery asks = new AuditQuery("", "nobody", Set.of(), Set.of(), Optional.empty(), Optional.empty(), 0, 50);
        assertEquals(List.of(), audit.find(house.bo, asks).orElseThrow().lines());
    }

    @Test
    public void anExportIsAuditedAndHoldsNoFormula() {
        for (String evil :
                List.of("=1+1", "+1", "-1", "@x", "\t=1", "\u200b=1", "＝1", "\tplain", "\0plain", "a\"b,\nc")) {
            house.audit(Entries.of(house.now, Entries.ANNA, Action.READ, "case", evil, Result.DONE));
        }
        String csv = audit.csv(house.bo, AuditQuery.newest(1)).orElseThrow();
        assertEquals(11, csv.lines().count());
        for (String cell : csv.replace("\r\n", ",").split(",(?=\")")) {
            assertFalse(cell, cell.matches("\"\\s*[=+@＝-].*"));
        }
        assertTrue(csv, csv.contains("\"a\"\"b, c\""));
        assertEquals("every formula is led by an apostrophe", 7, csv.split("\"'[=+@＝-]", -1).length - 1);
        assertEquals("and so is what a tab or a zero stood before", 2, csv.split("\"'plain\"", -1).length - 1);
        assertEquals(Action.EXPORT, last().action());
        assertEquals("rows:10", last().detail());
        assertEquals("heavy work has its turn", 1, house.turns);
    }

    @Test
    public void aDumpLineIsWrittenAsThePublishedVectorsAre() throws Exception {
        List<String> vectors = Files.readAllLines(Path.of("../../docs/auditor/vectors/entries.jsonl"));
        String previous = vectors.get(5).replaceAll(".*\"hash\":\"([0-9a-f]{64})\".*", "$1");
        String hash = vectors.get(6).replaceAll(".*\"hash\":\"([0-9a-f]{64})\".*", "$1");
        AuditEntry entry = new AuditEntry(
                Instant.parse("2026-03-12T08:04:00.000001Z"),
                Optional.of(ServiceId.of("6f1c2f6e-0b57-4c8e-9a39-5d2c1a7b0e11")),
                Optional.of(UserId.of("5b0f7c1e-3a55-4a0c-8f0e-1c2d3e4f5a6b")),
                "s-1",
                Purpose.ADMINISTRATION,
                Action.CONFIGURE,
                "plugin",
                "odd \"name\" \\ åäö €\t\ud834\udd1e",
                Result.REFUSED,
                Set.of(),
                "on");
        assertEquals(vectors.get(6), DumpLine.of(new ChainedEntry(5, previous, hash, entry)));
    }

    @Test
    public void aDumpIsForItsOwnerOnlyAndAudited() throws Exception {
        read(Entries.ANNA, 3);
        Path file = folder.getRoot().toPath().resolve("audit").resolve("checkpoints.jsonl");
        Checkpoints checkpoints = new Checkpoints(house.trail, VectorKey.signer(), file, Duration.ofMinutes(1), 1_000);
        Watch watch = new Watch(house.trail, house.site, () -> house.now, Entries.SAFE, checkpoints);
        watch.look();
        LocalAudit local = new LocalAudit(watch, house.trail, house.site, VectorKey.signer(), () -> house.now);
        Dump dump = local.dump();
        assertEquals(3, dump.entries());
        assertEquals(3, Files.readAllLines(dump.entriesFile()).size());
        assertEquals(1, Files.readAllLines(dump.checkpointsFile()).size());
        assertEquals(
                Files.readString(Path.of("../../docs/auditor/vectors/public-key.pem")),
                Files.readString(dump.keyFile()));
        for (Path each : List.of(dump.entriesFile(), dump.checkpointsFile(), dump.keyFile())) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
        }
        AuditEntry entry = house.trail
                .chain(org.openbarnahus.core.service.store.AuditStore.SITE)
                .getLast()
                .entry();
        assertEquals(Action.EXPORT, entry.action());
        assertEquals(List.of(), local.check());
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst().code();
    }
}
