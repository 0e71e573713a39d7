// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.FieldType;
import org.openbarnahus.core.model.schema.Limits;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Sensitivity;
import org.openbarnahus.core.model.schema.Visibility;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.engine.access.internal.FieldRules.Viewer;

/** Who is shown which field. */
public class FieldRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final Scope EXAM = Scope.activity("exam");
    private static final Scope HEARING = Scope.activity("hearing");
    private static final Scope MEETING = Scope.activity("meeting");
    static final SchemaSnapshot SCHEMA = schema(
            field("age", Scope.CASE, Sensitivity.PLAIN),
            field("band", EXAM, Sensitivity.SPECIAL, rule(Set.of(), "health", "barnahus")),
            field(
                    "note",
                    Scope.ANY_ACTIVITY,
                    Sensitivity.FREE_TEXT,
                    rule(Set.of(EXAM), "health"),
                    rule(Set.of(HEARING), "police", "prosecution")));

    /** One line a place and field: who is shown it of Barnahus, Police, prosecution (J), Child protection, Health. */
    private static final String TABLE = """
            case age              B P J C H
            activity:exam band    B . . . H
            activity:exam note    . . . . H
            activity:hearing note . P J . .
            activity:meeting note B P J C H
            """;

    private static Visibility rule(Set<Scope> on, String... agencies) {
        return new Visibility(on, Set.of(agencies));
    }

    private static FieldDefinition field(String id, Scope on, Sensitivity sensitivity, Visibility... rules) {
        return new FieldDefinition(
                        FieldId.of(id),
                        "core",
                        Set.of(on),
                        sensitivity == Sensitivity.FREE_TEXT ? FieldType.TEXT : FieldType.CODE,
                        "all",
                        1,
                        Requirement.NO,
                        Optional.empty(),
                        List.of(),
                        Limits.NONE,
                        Condition.ALWAYS,
                        sensitivity,
                        Optional.empty())
                .visibleTo(List.of(rules));
    }

    private static SchemaSnapshot schema(FieldDefinition... fields) {
        return new SchemaSnapshot(
                new SnapshotId("s0123456789abcdef"),
                "SE",
                List.of(),
                Stream.of(fields).collect(Collectors.toMap(FieldDefinition::id, f -> f)),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                new Words(Map.of()));
    }

    private static FieldReach member(Agency agency) {
        return FieldRules.decide(SCHEMA, new Viewer(false, agency, true));
    }

    private static String letter(Agency agency) {
        return agency == Agency.PROSECUTION ? "J" : agency.name().substring(0, 1);
    }

    @Test
    public void everyAgencyIsShownExactlyWhatTheTableSays() {
        TABLE.lines().forEach(line -> {
            String[] parts = line.split(" +", 3);
            Scope scope = new Scope(parts[0]);
            FieldId field = FieldId.of(parts[1]);
            String shown = Stream.of(Agency.values())
                    .map(a -> member(a).hides(field, scope) ? "." : letter(a))
                    .collect(Collectors.joining(" "));
            assertEquals(line, parts[2], shown);
        });
    }

    @Test
    public void whatIsHiddenIsNamedWhereItIsAskedForOnly() {
        FieldReach police = member(Agency.POLICE);
        assertEquals(Set.of(FieldId.of("band"), FieldId.of("note")), police.in(EXAM));
        assertEquals(Set.of(), police.in(MEETING));
        assertEquals(Set.of(), police.in(Scope.CASE));
        assertTrue("a stray value too", police.hides(FieldId.of("band"), Scope.CASE));
    }

    @Test
    public void valuesAreTakenOutAndNamed() {
        FieldValues values = FieldValues.empty()
                .with(FieldId.of("band"), new CodeValue("high"))
                .with(FieldId.of("place"), new CodeValue("house"));
        FieldValues shown = member(Agency.POLICE).shown(EXAM, values);
        assertEquals(values.without(Set.of(FieldId.of("band"))).map(), shown.map());
        assertEquals(Set.of(FieldId.of("band"), FieldId.of("note")), shown.hidden());
        assertEquals(values, member(Agency.HEALTH).shown(EXAM, values));
        assertEquals(
                Set.of(FieldId.of("age")),
                member(Agency.POLICE).form(SCHEMA, EXAM).fields().keySet());
    }

    @Test
    public void whoeverCoordinatesIsShownEverythingWhateverTheAgency() {
        for (Agency agency : Agency.values()) {
            FieldReach reach = FieldRules.decide(SCHEMA, new Viewer(true, agency, true));
            assertTrue(reach.whole() && reach.hidden().isEmpty());
        }
    }

    @Test
    public void whoeverOnlyOverseesIsShownNoFreeTextAnywhere() {
        FieldReach overseer = FieldRules.decide(SCHEMA, new Viewer(false, Agency.BARNAHUS, false));
        for (Scope scope : List.of(EXAM, HEARING, MEETING)) {
            assertTrue(overseer.hides(FieldId.of("note"), scope));
            assertTrue(overseer.in(scope).contains(FieldId.of("note")));
        }
        assertFalse(overseer.hides(FieldId.of("band"), EXAM));
    }

    @Test
    public void aManagerWorksWithTheCasesOfWhichSheIsAMember() {
        Optional<CaseMember> member = Optional.of(CaseMember.granted(
                aCase(new CaseState.Referred()).id(),
                Fixture.actor(Role.MANAGER).user(),
                new Stamp(Instant.EPOCH, Fixture.id("coordinator")),
                Optional.empty()));
        assertFalse(works(member, Role.MANAGER));
        assertFalse(works(Optional.empty(), Role.MANAGER, Role.PRACTITIONER));
        assertFalse(works(member.map(CaseMember::end), Role.MANAGER, Role.PRACTITIONER));
        assertTrue(works(member, Role.MANAGER, Role.PRACTITIONER));
        assertTrue(works(Optional.empty(), Role.MANAGER, Role.COORDINATOR));
        CaseFile longAgo = aCase(new CaseState.Closed(TODAY.minusDays(31), "completed"));
        Actor both = Fixture.actor(Role.MANAGER, Role.PRACTITIONER);
        assertFalse(works(both, longAgo, CaseTies.of(member, List.of())));
    }

    @Test
    public void nobodysMembershipIsAskedForWithoutNeed() {
        for (Role role : List.of(Role.COORDINATOR, Role.PRACTITIONER)) {
            assertTrue(works(Fixture.actor(role), aCase(new CaseState.Referred()), UNASKED));
        }
        assertFalse(works(Fixture.actor(Role.MANAGER), aCase(new CaseState.Referred()), UNASKED));
    }

    private static final CaseTies UNASKED = new CaseTies() {
        @Override
        public Optional<CaseMember> membership() {
            throw new AssertionError("costs a statement");
        }

        @Override
        public List<EmergencyAccess> emergencies() {
            throw new AssertionError("costs a statement");
        }
    };

    @Test
    public void aDecisionIsMadeOnceForAllOfAnAgency() {
        FieldDecisions decisions = new FieldDecisions();
        FieldReach first = decisions.decide(SCHEMA, new Viewer(false, Agency.POLICE, true));
        assertSame(first, decisions.decide(SCHEMA, new Viewer(false, Agency.POLICE, true)));
        assertEquals(member(Agency.HEALTH), decisions.decide(SCHEMA, new Viewer(false, Agency.HEALTH, true)));
        SchemaSnapshot other = new SchemaSnapshot(
                new SnapshotId("s0000000000000001"),
                "SE",
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                new Words(Map.of()));
        assertEquals(
                Map.of(),
                decisions.decide(other, new Viewer(false, Agency.POLICE, true)).hidden());
    }

    private static boolean works(Optional<CaseMember> member, Role... roles) {
        return works(Fixture.actor(roles), aCase(new CaseState.Referred()), CaseTies.of(member, List.of()));
    }

    private static boolean works(Actor actor, CaseFile file, CaseTies ties) {
        return AccessRules.worksWith(actor, file, AccessRules.asMember(actor, TODAY, 30, Instant.EPOCH), ties);
    }

    private static CaseFile aCase(CaseState state) {
        Stamp stamp = new Stamp(Instant.EPOCH, Fixture.id("somebody"));
        return new CaseFile(
                new CaseId(new UUID(0, 42)),
                CaseNumber.of("SE-LKP", 2026, 1),
                Fixture.HOUSE,
                state,
                FieldValues.empty(),
                new SnapshotId("s0123456789abcdef"),
                1,
                stamp,
                stamp,
                Optional.empty());
    }
}
