// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.CaseTies;

/** Need-to-know inside a house. */
public class CaseReachTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final Instant NOW = Instant.parse("2026-03-12T09:00:00Z");
    private static final int KEPT = 30;
    private static final Decision ALLOWED = new Decision.Allowed(Purpose.CASE_WORK);
    private static final Decision NOT_A_MEMBER = new Decision.Denied("member");
    private static final Actor POLICE = Fixture.actor(Role.PRACTITIONER);

    private static CaseFile aCase(ServiceId house, CaseState state) {
        Stamp stamp = new Stamp(Instant.EPOCH, Fixture.id("somebody"));
        return new CaseFile(
                new CaseId(new UUID(0, 42)),
                CaseNumber.of("SE-LKP", 2026, 1),
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
        return aCase(Fixture.HOUSE, new CaseState.Open(TODAY.minusDays(400)));
    }

    private static Optional<CaseMember> member(Optional<LocalDate> lastDay) {
        return Optional.of(CaseMember.granted(
                open().id(), POLICE.user(), new Stamp(Instant.EPOCH, Fixture.id("coordinator")), lastDay));
    }

    private static Decision decide(Actor actor, Permission permission, CaseFile file, Optional<CaseMember> member) {
        CaseReach reach = AccessRules.reach(actor, permission, TODAY, NOW, KEPT);
        return AccessRules.decide(actor, permission, file, reach, CaseTies.of(member, List.of()));
    }

    private static Decision read(Optional<CaseMember> member) {
        return decide(POLICE, Permission.CASE_READ, open(), member);
    }

    @Test
    public void peopleOfTheAgenciesKnowTheCasesTheyWorkWith() {
        assertEquals(ALLOWED, read(member(Optional.empty())));
        assertEquals(NOT_A_MEMBER, read(Optional.empty()));
        assertEquals(NOT_A_MEMBER, decide(POLICE, Permission.TIMELINE_WRITE, open(), Optional.empty()));
    }

    @Test
    public void whoeverRunsOrLeadsTheHouseKnowsAllOfThem() {
        assertEquals(
                ALLOWED, decide(Fixture.actor(Role.COORDINATOR), Permission.CASE_CHANGE, open(), Optional.empty()));
        assertEquals(ALLOWED, decide(Fixture.actor(Role.MANAGER), Permission.CASE_READ, open(), Optional.empty()));
    }

    @Test
    public void aSecondRoleGivesOnlyWhatItMay() {
        Actor both = Fixture.actor(Role.MANAGER, Role.PRACTITIONER);
        assertEquals(ALLOWED, decide(both, Permission.CASE_READ, open(), Optional.empty()));
        assertEquals(NOT_A_MEMBER, decide(both, Permission.TIMELINE_WRITE, open(), Optional.empty()));
        Actor dpo = Fixture.actor(Role.DPO, Role.PRACTITIONER);
        assertEquals(NOT_A_MEMBER, decide(dpo, Permission.CASE_READ, open(), Optional.empty()));
        for (Role role : Role.values()) {
            boolean whole = AccessRules.reach(Fixture.actor(role), Permission.CASE_LIST, TODAY, NOW, KEPT)
                    .whole();
            assertEquals(role.name(), Set.of(Role.COORDINATOR, Role.MANAGER).contains(role), whole);
        }
    }

    @Test
    public void itEndsWithItsLastDayOrWhenSomebodyIsTakenOff() {
        assertEquals(ALLOWED, read(member(Optional.of(TODAY))));
        assertEquals(NOT_A_MEMBER, read(member(Optional.of(TODAY.minusDays(1)))));
        assertEquals(NOT_A_MEMBER, read(member(Optional.empty()).map(CaseMember::end)));
    }

    @Test
    public void itEndsSomeTimeAfterTheCaseWasClosed() {
        Optional<CaseMember> member = member(Optional.empty());
        for (int days : new int[] {0, KEPT}) {
            CaseState closed = new CaseState.Closed(TODAY.minusDays(days), "completed");
            assertEquals(ALLOWED, decide(POLICE, Permission.CASE_READ, aCase(Fixture.HOUSE, closed), member));
        }
        CaseState longAgo = new CaseState.Closed(TODAY.minusDays(KEPT + 1), "completed");
        assertEquals(NOT_A_MEMBER, decide(POLICE, Permission.CASE_READ, aCase(Fixture.HOUSE, longAgo), member));
        CaseReach shorter = AccessRules.reach(POLICE, Permission.CASE_READ, TODAY, NOW, 0);
        CaseFile yesterday = aCase(Fixture.HOUSE, new CaseState.Closed(TODAY.minusDays(1), "completed"));
        assertFalse(shorter.covers(yesterday, CaseTies.of(member, List.of())));
    }

    @Test
    public void neitherRoleNorHouseIsForgottenOverIt() {
        Optional<CaseMember> member = member(Optional.empty());
        assertEquals(new Decision.Denied("role"), decide(POLICE, Permission.CASE_CHANGE, open(), member));
        CaseFile foreign = aCase(Fixture.OTHER_HOUSE, new CaseState.Referred());
        assertEquals(new Decision.Denied("tenant"), decide(POLICE, Permission.CASE_READ, foreign, member));
    }

    @Test
    public void theDenialIsInTheTrailAndSoundsLikeACaseThatIsNotThere() {
        Fixture fixture = new Fixture();
        fixture.put("pia", Set.of(Role.PRACTITIONER), true);
        fixture.sign("pia");
        Session session = fixture.signIns
                .signIn(new Credentials("pia", Fixture.RIGHT, "1"), "192.0.2.1")
                .orElseThrow()
                .session();
        Decision decision = fixture.gate.decide(session, Permission.CASE_READ, open(), TODAY, CaseTies.none());
        assertEquals(NOT_A_MEMBER, decision);
        assertEquals(ErrorCode.NOT_FOUND, ((Decision.Denied) decision).code());
        var entry = fixture.store.trail.getLast();
        assertEquals("member", entry.detail());
        assertEquals(open().id().toString(), entry.objectId());
        assertEquals(session.actor().user(), entry.user().orElseThrow());
        assertTrue(fixture.gate
                .reach(session, Permission.CASE_LIST, TODAY)
                .member()
                .filter(session.actor().user()::equals)
                .isPresent());
    }
}
