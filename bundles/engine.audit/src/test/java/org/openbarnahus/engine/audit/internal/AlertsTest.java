// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.service.query.AlertInfo;

/** From an entry in the trail to an alert that a person has seen to. */
public class AlertsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final House house = new House();
    private final List<ServiceId> told = new ArrayList<>();

    private Watch watch() {
        Watch watch = new Watch(
                house.trail,
                house.site,
                () -> house.now,
                Entries.SAFE,
                new Checkpoints(
                        house.trail,
                        VectorKey.signer(),
                        folder.getRoot().toPath().resolve("audit").resolve("c.jsonl"),
                        Duration.ofMinutes(1),
                        1_000));
        watch.addListener(told::add);
        return watch;
    }

    private Alerts alerts(Watch watch) {
        return new Alerts(house.access, house.trail, house.site, house.privacy, () -> house.now, watch);
    }

    private void denied(long second) {
        house.audit(Entries.of(house.now.plusSeconds(second), Entries.ANNA, Action.READ, "case", "x", Result.DENIED));
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst().code();
    }

    @Test
    public void eventsOfOneRuleAndPersonWithinAnHourAreOneAlertWithACount() {
        Watch watch = watch();
        denied(0);
        watch.look();
        denied(60);
        denied(3_599);
        watch.look();
        denied(3_601);
        watch.look();
        List<AlertInfo> open = alerts(watch).alerts(house.bo, true).orElseThrow();
        assertEquals(List.of(1L, 3L), open.stream().map(AlertInfo::count).toList());
        assertEquals("anna", open.getFirst().username());
        assertEquals("denied", open.getFirst().rule());
        assertEquals(2, alerts(watch).open(house.bo));
        assertEquals("told of what is new, not of every count", List.of(Entries.HOUSE, Entries.HOUSE), told);
    }

    @Test
    public void aRestartCountsNothingTwiceAndForgetsNothingOfTheLastHour() {
        for (int i = 0; i < 9; i++) {
            denied(i);
        }
        watch().look();
        denied(9);
        Watch again = watch();
        again.look();
        List<AlertInfo> open = alerts(again).alerts(house.bo, true).orElseThrow();
        assertEquals(
                List.of("denial_burst 1", "denied 10"),
                open.stream().map(a -> a.rule() + " " + a.count()).sorted().toList());
    }

    @Test
    public void somebodyElseAcknowledgesWithANoteOnce() {
        Watch watch = watch();
        denied(0);
        watch.look();
        Alerts alerts = alerts(watch);
        UUID id = alerts.alerts(house.bo, true).orElseThrow().getFirst().id();
        assertEquals(ErrorCode.DENIED, code(alerts.acknowledge(house.anna, id, "it was me")));
        assertEquals(ErrorCode.REQUIRED, code(alerts.acknowledge(house.bo, id, "  x ")));
        assertEquals(ErrorCode.TOO_LONG, code(alerts.acknowledge(house.bo, id, "x".repeat(501))));
        for (String hidden : List.of("\u0000", "\u001B[2J", "\u202E", "\u2028", "\u200B")) {
            assertEquals(ErrorCode.FORBIDDEN_CHARACTER, code(alerts.acknowledge(house.bo, id, "seen" + hidden + "to")));
        }
        assertEquals(ErrorCode.IDENTIFIER_IN_TEXT, code(alerts.acknowledge(house.bo, id, "it was Lisa")));
        assertEquals(ErrorCode.NOT_FOUND, code(alerts.acknowledge(house.bo, UUID.randomUUID(), "seen to")));
        AlertInfo done = alerts.acknowledge(house.bo, id, "a slip").orElseThrow();
        assertEquals("bo", done.acknowledged().orElseThrow().username());
        assertEquals("a slip", done.acknowledged().orElseThrow().note());
        assertEquals(done, alerts.acknowledge(house.bo, id, "a slip").orElseThrow());
        assertEquals(ErrorCode.STALE, code(alerts.acknowledge(house.bo, id, "another")));
        assertEquals(0, alerts.open(house.bo));
        assertTrue(house.trail.chain(Entries.HOUSE).stream()
                .anyMatch(e -> e.entry().action() == Action.CHANGE
                        && e.entry().objectId().equals(id.toString())));
    }

    @Test
    public void afterAnAcknowledgementTheNextEventIsANewAlert() {
        Watch watch = watch();
        denied(0);
        watch.look();
        Alerts alerts = alerts(watch);
        alerts.acknowledge(
                        house.bo,
                        alerts.alerts(house.bo, true).orElseThrow().getFirst().id(),
                        "seen to")
                .orElseThrow();
        watch.look();
        assertEquals(0, alerts.open(house.bo));
        denied(20);
        watch.look();
        assertEquals(1, alerts.open(house.bo));
    }

    @Test
    public void whoMayNotHandleAlertsSeesNone() {
        house.granted.remove(Permission.ALERT_HANDLE);
        Alerts alerts = alerts(watch());
        assertEquals(ErrorCode.DENIED, code(alerts.alerts(house.bo, false)));
        assertEquals(ErrorCode.DENIED, code(alerts.acknowledge(house.bo, UUID.randomUUID(), "note")));
        assertEquals(0, alerts.open(house.bo));
    }

    @Test
    public void aTrailThatDoesNotAgreeWithItsSignaturesIsAnAlertAtTheNextStart() {
        denied(0);
        denied(1);
        Watch watch = watch();
        watch.look();
        watch.checkpoints().signAll(house.now);
        house.trail.chain(Entries.HOUSE).removeLast();
        Watch again = watch();
        again.look();
        assertTrue(alerts(again).alerts(house.bo, true).orElseThrow().stream()
                .anyMatch(a -> a.rule().equals("audit_chain")));
        assertEquals(1, again.check().size());
    }
}
