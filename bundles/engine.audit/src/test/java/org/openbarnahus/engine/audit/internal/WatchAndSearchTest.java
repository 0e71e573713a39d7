// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.query.AuditPage;
import org.openbarnahus.core.service.query.AuditQuery;
import org.openbarnahus.core.service.store.ChainedEntry;

/** What a search finds and says of itself, and what the watch does beside finding. */
public class WatchAndSearchTest {
    private static final CaseId CASE = new CaseId(new UUID(5, 5));

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final House house = new House();
    private final AuditTrail audit = new AuditTrail(house.access, house.trail, house.site, () -> house.now, house.pace);

    private AuditEntry last() {
        return house.trail.chain(Entries.HOUSE).getLast().entry();
    }

    private void reads(int times) {
        for (int i = 0; i < times; i++) {
            house.audit(Entries.of(house.now, Entries.ANNA, Action.READ, "case", CASE.toString(), Result.DONE));
        }
    }

    private Path file() {
        return folder.getRoot().toPath().resolve("audit").resolve("checkpoints.jsonl");
    }

    private Watch watch() {
        Checkpoints checkpoints = new Checkpoints(house.trail, VectorKey.signer(), file(), Duration.ofMinutes(1), 9);
        return new Watch(house.trail, house.site, () -> house.now, Entries.SAFE, checkpoints);
    }

    @Test
    public void whoIsAskedForIsFoundWhateverTheCaseAndNobodyElse() {
        reads(2);
        house.audit(Entries.of(house.now, House.BO, Action.READ, "case", CASE.toString(), Result.DONE));
        for (String name : new String[] {"anna", " ANNA "}) {
            AuditPage page = audit.find(
                            house.bo,
                            new AuditQuery(
                                    "", name, Set.of(Action.READ), Set.of(), Optional.empty(), Optional.empty(), 0, 50))
                    .orElseThrow();
            assertEquals(
                    List.of("anna", "anna"),
                    page.lines().stream().map(l -> l.username()).toList());
        }
    }

    @Test
    public void whichFiltersWereUsedIsWrittenDownNeverWithWhat() {
        reads(1);
        AuditQuery all = new AuditQuery(
                "SE-LKP-2026-0001",
                "anna",
                Set.of(Action.READ),
                Set.of(Result.DONE),
                Optional.of(Instant.EPOCH),
                Optional.empty(),
                0,
                50);
        audit.find(house.bo, all).orElseThrow();
        assertEquals("case,person,kind,result,period,hits:1", last().detail());
        audit.own(house.anna, all).orElseThrow();
        assertEquals("own,hits:1", last().detail());
        assertEquals(Optional.of(Entries.ANNA), last().user());
    }

    @Test
    public void aPageThatHoldsAllHasNoNext() {
        reads(3);
        AuditPage page = audit.find(house.bo, AuditQuery.newest(3)).orElseThrow();
        assertEquals(3, page.lines().size());
        assertEquals(0, page.next());
    }

    @Test
    public void theCaseMayBeNamedInTheDetail() {
        house.trail.numbers.put(CASE, "SE-LKP-2026-0001");
        house.audit(entry("timeline", "case:" + CASE));
        house.audit(entry("timeline", "case:none"));
        house.audit(entry("timeline", ""));
        assertEquals(
                List.of("", "", "SE-LKP-2026-0001"),
                audit.find(house.bo, AuditQuery.newest(9)).orElseThrow().lines().stream()
                        .map(l -> l.caseNumber())
                        .toList());
    }

    private AuditEntry entry(String type, String detail) {
        return new AuditEntry(
                house.now,
                Optional.of(Entries.HOUSE),
                Optional.of(Entries.ANNA),
                "s",
                Purpose.CASE_WORK,
                Action.CHANGE,
                type,
                "x",
                Result.DONE,
                Set.of(),
                detail);
    }

    @Test
    public void whoAcknowledgesTheOwnAlertIsWrittenDownAndTheOthersAreTold() {
        house.audit(Entries.of(house.now, Entries.ANNA, Action.READ, "case", "c", Result.DENIED));
        Watch watch = watch();
        List<ServiceId> told = new ArrayList<>();
        watch.look();
        watch.addListener(told::add);
        Alerts alerts = new Alerts(house.access, house.trail, house.site, house.privacy, () -> house.now, watch);
        UUID id = alerts.alerts(house.bo, true).orElseThrow().getFirst().id();
        alerts.acknowledge(house.anna, id, "it was me");
        assertEquals(Result.DENIED, last().result());
        assertEquals("own", last().detail());
        assertEquals(List.of(), told);
        alerts.acknowledge(house.bo, id, "x".repeat(500)).orElseThrow();
        assertEquals(List.of(Entries.HOUSE), told);
    }

    @Test
    public void aNoteOfThreeLettersIsEnough() {
        house.audit(Entries.of(house.now, Entries.ANNA, Action.READ, "case", "c", Result.DENIED));
        Watch watch = watch();
        watch.look();
        Alerts alerts = new Alerts(house.access, house.trail, house.site, house.privacy, () -> house.now, watch);
        UUID id = alerts.alerts(house.bo, true).orElseThrow().getFirst().id();
        assertEquals(
                "Bo!",
                alerts.acknowledge(house.bo, id, "Bo!")
                        .orElseThrow()
                        .acknowledged()
                        .orElseThrow()
                        .note());
    }

    @Test
    public void anEntryThatWasChangedIsToldByTheLocalCheck() {
        reads(3);
        List<ChainedEntry> chain = house.trail.chain(Entries.HOUSE);
        ChainedEntry good = chain.get(1);
        chain.set(1, new ChainedEntry(good.seq(), good.previous(), good.hash(), entry("case", "changed")));
        LocalAudit local = new LocalAudit(watch(), house.trail, house.site, VectorKey.signer(), () -> house.now);
        assertEquals(
                List.of("Chain " + Entries.HOUSE + ": entry 2 was changed, or one is missing before it."),
                local.check());
    }

    @Test
    public void aChainThatWasCutIsToldByTheLocalCheckAndToThoseWhoListen() {
        reads(3);
        Watch before = watch();
        before.look();
        before.checkpoints().signAll(house.now);
        house.trail.chain(Entries.HOUSE).removeLast();
        Watch watch = watch();
        List<ServiceId> told = new ArrayList<>();
        watch.addListener(told::add);
        LocalAudit local = new LocalAudit(watch, house.trail, house.site, VectorKey.signer(), () -> house.now);
        assertEquals(1, local.check().size());
        assertEquals(List.of(Entries.HOUSE), told);
    }

    @Test
    public void whatIsNewIsSignedWhenTheWatchEnds() throws Exception {
        reads(2);
        Watch watch = watch();
        watch.look();
        assertFalse(Files.exists(file()));
        watch.stop();
        assertEquals(1, Files.readAllLines(file()).size());
    }

    @Test
    public void hoursThatBeginWhereTheyEndAreNone() {
        Thresholds none = new Thresholds(10, 40, 2_000, 20, 5, 5, 5, 20);
        Thresholds night = new Thresholds(10, 40, 2_000, 20, 22, 5, 5, 20);
        Thresholds noon = new Thresholds(10, 40, 2_000, 20, 12, 13, 5, 20);
        for (int hour = 0; hour < 24; hour++) {
            LocalTime time = LocalTime.of(hour, 59);
            assertFalse(none.odd(time));
            assertEquals(hour >= 22 || hour < 5, night.odd(time));
            assertEquals(hour == 12, noon.odd(time));
        }
    }

    @Test
    public void settingsAreKeptWithinWhatIsSensible() {
        assertEquals(new Thresholds(3, 10, 100, 5, 0, 0, 3, 5), Thresholds.of(config(-1)));
        assertEquals(new Thresholds(100, 1000, 100_000, 1000, 23, 23, 100, 1000), Thresholds.of(config(100_000)));
    }

    private static AuditConfig config(int value) {
        return (AuditConfig) Proxy.newProxyInstance(
                WatchAndSearchTest.class.getClassLoader(),
                new Class<?>[] {AuditConfig.class},
                (self, method, arguments) -> Map.of(int.class, (Object) value).get(method.getReturnType()));
    }

    @Test
    public void everyPlainCharacterOfADumpStaysAsItIs() {
        reads(1);
        ChainedEntry linked = house.trail.chain(Entries.HOUSE).getFirst();
        AuditEntry plain = entry("case", " !~\u007f\r\n");
        String line = DumpLine.of(new ChainedEntry(1, linked.previous(), linked.hash(), plain));
        assertTrue(line, line.contains("\"detail\":\" !~\\u007f\\r\\n\""));
    }
}
