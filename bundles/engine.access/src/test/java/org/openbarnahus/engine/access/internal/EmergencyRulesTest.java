// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.EmergencyReason;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.EmergencyAccess.Review;

/** Breaking the glass: who, what, how long, and who looks at it afterwards. */
public class EmergencyRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-12T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final Decision ALLOWED = new Decision.Allowed(Purpose.CASE_WORK);
    private static final Actor POLICE = Fixture.actor(Role.PRACTITIONER);
    private static final UserId MANAGER = Fixture.id("manager");

    private static CaseFile aCase(int id, ServiceId house, CaseState state) {
        Stamp stamp = new Stamp(Instant.EPOCH, Fixture.id("somebody"));
        return new CaseFile(
                new CaseId(new UUID(0, id)),
                CaseNumber.of("SE-LKP", 2026, id),
                house,
                state,
                FieldValues.empty(),
                new SnapshotId("s0123456789abcdef"),
                1,
                stamp,
                stamp,
                Optional.empty());
    }

    private static CaseFile open() {
        return aCase(42, Fixture.HOUSE, new CaseState.Open(TODAY.minusDays(400)));
    }

    /** Begun now, for four hours. */
    private static EmergencyAccess access() {
        EmergencyDecisions decisions = new EmergencyDecisions(() -> NOW, Fixture.CASES);
        return new EmergencyAccess(
                new UUID(1, 1),
                open().id(),
                open().number(),
                POLICE.user(),
                EmergencyReason.NO_MEMBER_REACHABLE,
                "the interview begins at nine",
                NOW,
                decisions.until(NOW),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    private static CaseTies ties(EmergencyAccess... accesses) {
        return CaseTies.of(Optional.empty(), List.of(accesses));
    }

    private static CaseReach reach(Instant now) {
        return AccessRules.reach(POLICE, Permission.CASE_READ, TODAY, now, Fixture.CASES.closedDays());
    }

    private static Decision read(Instant now, EmergencyAccess... accesses) {
        return AccessRules.decide(POLICE, Permission.CASE_READ, open(), reach(now), ties(accesses));
    }

    private static Decision use(CaseFile file, CaseTies ties) {
        return EmergencyRules.open(POLICE, file, reach(NOW), ties);
    }

    @Test
    public void itLetsReadAndWriteForFourHoursAndNotAMomentLonger() {
        Instant end = NOW.plus(Duration.ofHours(4));
        assertEquals(ALLOWED, read(NOW, access()));
        assertEquals(ALLOWED, read(end.minusMillis(1), access()));
        assertEquals(new Decision.Denied("member"), read(end, access()));
        assertEquals(
                ALLOWED, AccessRules.decide(POLICE, Permission.TIMELINE_WRITE, open(), reach(NOW), ties(access())));
        assertEquals(
                new Decision.Denied("role"),
                AccessRules.decide(POLICE, Permission.CASE_CHANGE, open(), reach(NOW), ties(access())));
        assertEquals(new Decision.Denied("member"), read(NOW, access().end(new Stamp(NOW, MANAGER))));
    }

    @Test
    public void whoeverNeitherLeadsRunsNorWatchesMayUseIt() {
        for (Role role : Role.values()) {
            boolean may = AccessRules.decide(Fixture.actor(role), Permission.EMERGENCY_USE) instanceof Decision.Allowed;
            assertEquals(role.name(), role == Role.PRACTITIONER, may);
            if (role != Role.PRACTITIONER) {
                Actor both = Fixture.actor(role, Role.PRACTITIONER);
                Decision decision = AccessRules.decide(both, Permission.EMERGENCY_USE);
                assertEquals(role + " and practitioner", new Decision.Denied("role"), decision);
            }
        }
    }

    @Test
    public void whatIsNotThereSoundsTheSame() {
        assertEquals(ALLOWED, use(open(), ties()));
        CaseState longAgo = new CaseState.Closed(TODAY.minusDays(31), "completed");
        assertEquals(new Decision.Denied("member"), use(aCase(1, Fixture.HOUSE, longAgo), ties()));
        CaseState recently = new CaseState.Closed(TODAY.minusDays(30), "completed");
        assertEquals(ALLOWED, use(aCase(1, Fixture.HOUSE, recently), ties()));
        Decision foreign = use(aCase(2, Fixture.OTHER_HOUSE, new CaseState.Referred()), ties());
        assertEquals(new Decision.Denied("tenant"), foreign);
        assertEquals(new Decision.Denied("member").code(), ((Decision.Denied) foreign).code());
    }

    @Test
    public void whoeverWorksWithTheCaseNeedsNone() {
        CaseMember member = CaseMember.granted(open().id(), POLICE.user(), new Stamp(NOW, MANAGER), Optional.empty());
        assertEquals(new Decision.Denied("known"), use(open(), CaseTies.of(Optional.of(member), List.of())));
        assertEquals(new Decision.Denied("known"), use(open(), ties(access())));
        assertEquals(ALLOWED, use(open(), CaseTies.of(Optional.of(member.end()), List.of())));
    }

    @Test
    public void whoeverWasStoppedDoesNotGoOnButWhoeverStoppedMayComeBack() {
        EmergencyAccess stopped = access().end(new Stamp(NOW, MANAGER));
        assertEquals(new Decision.Denied("ended"), use(open(), ties(stopped)));
        assertEquals(ALLOWED, use(open(), ties(access().end(new Stamp(NOW, POLICE.user())))));
        CaseReach afterwards = reach(stopped.until());
        assertEquals(ALLOWED, EmergencyRules.open(POLICE, open(), afterwards, ties(stopped)));
    }

    @Test
    public void nobodyReviewsTheOwn() {
        Actor manager =
                new Actor(MANAGER, "m", Fixture.HOUSE, "SE-LKP", "SE", Agency.BARNAHUS, java.util.Set.of(Role.MANAGER));
        assertTrue(EmergencyRules.review(manager, access()) instanceof Decision.Allowed);
        Actor promoted = Fixture.actor(Role.MANAGER, Role.PRACTITIONER);
        assertEquals(POLICE.user(), promoted.user());
        assertEquals(new Decision.Denied("own"), EmergencyRules.review(promoted, access()));
        assertEquals(
                new Decision.Denied("role"), EmergencyRules.review(Fixture.actor(Role.DPO), ofSomebodyElse(access())));
    }

    private static EmergencyAccess ofSomebodyElse(EmergencyAccess access) {
        return new EmergencyAccess(
                access.id(),
                access.caseId(),
                access.number(),
                Fixture.id("else"),
                access.reason(),
                access.text(),
                access.since(),
                access.until(),
                access.ended(),
                access.review(),
                access.overdueTold(),
                access.version());
    }

    @Test
    public void whoeverWatchesSeesThoseOfTheHouse() {
        for (Role role : Role.values()) {
            boolean all = EmergencyRules.reachesAll(Fixture.actor(role), Permission.EMERGENCY_READ);
            assertEquals(
                    role.name(),
                    java.util.Set.of(Role.COORDINATOR, Role.MANAGER, Role.DPO).contains(role),
                    all);
        }
        assertFalse(EmergencyRules.reachesAll(Fixture.actor(Role.DPO), Permission.EMERGENCY_END));
        assertTrue(EmergencyRules.reachesAll(Fixture.actor(Role.COORDINATOR), Permission.EMERGENCY_END));
    }

    @Test
    public void whatWasNotJustifiedEndsWithTheReview() {
        Instant soon = NOW.plusSeconds(60);
        EmergencyAccess no = access().reviewed(new Review(new Stamp(soon, MANAGER), false, "no reason"));
        assertEquals(new Decision.Denied("member"), read(soon, no));
        assertEquals(ALLOWED, read(soon, access().reviewed(new Review(new Stamp(soon, MANAGER), true, "rang her"))));
    }

    @Test
    public void aManagerHasThreeDaysForTheReview() {
        EmergencyDecisions decisions = new EmergencyDecisions(() -> NOW, Fixture.CASES);
        assertEquals(NOW.plus(Duration.ofHours(72)), decisions.reviewDue(NOW));
    }
}
