// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseMemberService;
import org.openbarnahus.core.service.CaseService;
import org.openbarnahus.core.service.EmergencyAccessService;
import org.openbarnahus.core.service.LegalHoldService;
import org.openbarnahus.core.service.command.ChangeCase;
import org.openbarnahus.core.service.command.ChangeEntry;
import org.openbarnahus.core.service.command.ChangeMember;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RemoveEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.engine.casework.fake.FakeGlass;
import org.openbarnahus.engine.casework.fake.House;
import org.openbarnahus.engine.casework.fake.MemoryErasures;
import org.openbarnahus.engine.casework.fake.MemoryRetention;
import org.openbarnahus.engine.casework.internal.emergency.EmergencyAccesses;
import org.openbarnahus.engine.casework.internal.retention.LegalHolds;

/** Whoever knew all cases of the house is told of an erased one that it was erased, whatever is asked; all others are not. */
public class ErasedTest extends Desk {
    private static final List<Class<?>> SERVICES =
            List.of(CaseService.class, CaseMemberService.class, LegalHoldService.class, EmergencyAccessService.class);

    private final MemoryRetention retention = new MemoryRetention(house.store);
    private final CaseMemberService members =
            new CaseMembers(house.gates, house.gates, house.store, house.site, house.time);
    private final LegalHoldService holds = new LegalHolds(
            house.gates,
            house.gates,
            house.gates,
            house.store,
            new MemoryErasures(house.store, retention),
            retention,
            house.site,
            house.time);
    private final FakeGlass glass = new FakeGlass(house.gates);
    private final EmergencyAccessService emergencies = new EmergencyAccesses(
            house.gates, glass, glass, house.gates, house.gates, house.store, house.site, house.time);
    private final CaseFile file = open(House.openCase());

    @Before
    public void erase() {
        house.account(House.coordinator(), Role.COORDINATOR);
        house.account(House.police(), Role.PRACTITIONER);
        house.store.data(House.LKP).cases.remove(file.id());
        house.store.data(House.LKP).erased.add(file.id());
    }

    /** Everything that can be asked about one case, by service, method and what is given with it. */
    private Map<String, ErrorCode> asked(Session by, CaseId id) {
        EntryId entry = new EntryId(new UUID(0, 5));
        Map<String, ErrorCode> told = new TreeMap<>();
        told.put("CaseService.find", code(house.cases.find(by, id)));
        told.put("CaseService.deadlines", code(house.cases.deadlines(by, id, House.TODAY)));
        told.put(
                "CaseService.change ChangeCase",
                code(house.cases.change(by, new ChangeCase(id, 1, Map.of()), RequestKey.fresh())));
        told.put(
                "CaseService.change ChangeEntry",
                code(house.cases.change(by, new ChangeEntry(id, entry, 1, House.TODAY, Map.of()), RequestKey.fresh())));
        told.put(
                "CaseService.record RecordEntry",
                code(house.cases.record(by, new RecordEntry(id, House.interview(1)), RequestKey.fresh())));
        told.put(
                "CaseService.remove RemoveEntry",
                code(house.cases.remove(by, new RemoveEntry(id, entry, 1, false), RequestKey.fresh())));
        told.put("CaseMemberService.members", code(members.members(by, id)));
        told.put(
                "CaseMemberService.change ChangeMember",
                code(members.change(by, new ChangeMember(id, 1, "pia", Optional.empty(), false))));
        told.put("LegalHoldService.ofCase", code(holds.ofCase(by, id)));
        told.put("EmergencyAccessService.ofCase", code(emergencies.ofCase(by, id)));
        return told;
    }

    @Test
    public void whoeverKnewAllCasesLearnsItInEveryWay() {
        assertEquals(
                Set.of(ErrorCode.CASE_ERASED),
                Set.copyOf(asked(House.coordinator(), file.id()).values()));
    }

    @Test
    public void whoeverDidNotLearnsNothingInAnyWay() {
        house.gates.needToKnow = true;
        assertEquals(
                Set.of(ErrorCode.NOT_FOUND),
                Set.copyOf(asked(House.police(), file.id()).values()));
    }

    @Test
    public void aCaseThatNeverWasIsNotFound() {
        CaseId never = new CaseId(new UUID(0, 9));
        assertEquals(
                Set.of(ErrorCode.NOT_FOUND),
                Set.copyOf(asked(House.coordinator(), never).values()));
    }

    @Test
    public void whoeverTriesCasesThatAreNotOfTheHouseIsWrittenDownAndGivesAnAlarm() {
        CaseId never = new CaseId(new UUID(0, 9));
        int ways = asked(House.police(), never).size();
        assertEquals(
                Collections.nCopies(ways, "unknown " + never),
                house.site.audit.stream()
                        .filter(entry -> entry.result() == AuditEntry.Result.DENIED)
                        .map(entry -> entry.detail() + " " + entry.objectId())
                        .toList());
    }

    @Test
    public void anOldBookmarkIsWrittenDownAndGivesNone() {
        asked(House.police(), file.id());
        assertTrue(house.site.audit.stream().noneMatch(entry -> entry.result() == AuditEntry.Result.DENIED));
        assertTrue(house.site.audit.stream().anyMatch(entry -> entry.detail().equals("erased")));
    }

    @Test
    public void nothingThatNamesACaseIsLeftOutHere() {
        Set<String> all = SERVICES.stream()
                .flatMap(service -> Stream.of(service.getMethods()))
                .flatMap(ErasedTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, asked(House.coordinator(), file.id()).keySet());
    }

    private static Stream<String> name(Method method) {
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        return Stream.of(method.getParameterTypes())
                .filter(type -> type == CaseId.class || named(type))
                .map(type -> type == CaseId.class ? name : name + " " + type.getSimpleName());
    }

    private static boolean named(Class<?> command) {
        return command.isRecord()
                && Stream.of(command.getRecordComponents())
                        .map(RecordComponent::getType)
                        .anyMatch(CaseId.class::equals);
    }
}
