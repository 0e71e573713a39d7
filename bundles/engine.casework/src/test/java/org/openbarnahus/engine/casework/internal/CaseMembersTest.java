// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseMemberService;
import org.openbarnahus.core.service.command.ChangeEntry;
import org.openbarnahus.core.service.command.ChangeMember;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RemoveEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.CaseTeam;
import org.openbarnahus.core.service.query.Colleague;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.Written;
import org.openbarnahus.engine.casework.fake.House;

/** Who works with a case knows it; everybody else of the agencies is told what somebody would be told of no case at all. */
public class CaseMembersTest extends Desk {
    private final CaseMemberService members =
            new CaseMembers(house.gates, house.gates, house.store, house.site, house.time);
    private final Session police = House.police();
    private final CaseFile file = open(House.openCase());

    @Before
    public void people() {
        house.account(police, Role.PRACTITIONER);
        house.account(House.coordinator(), Role.COORDINATOR);
    }

    private CaseTeam team() {
        return members.members(House.coordinator(), file.id()).orElseThrow();
    }

    private Outcome<CaseTeam> put(Optional<LocalDate> until) {
        return members.change(House.coordinator(), new ChangeMember(file.id(), team().version(), "pia", until, false));
    }

    private Outcome<CaseTeam> takeOff() {
        return members.change(
                House.coordinator(), new ChangeMember(file.id(), team().version(), "pia", Optional.empty(), true));
    }

    private AuditEntry lastAudit() {
        return house.store.audit(House.LKP).getLast();
    }

    @Test
    public void whoeverOpensACaseIsAMemberOfIt() {
        assertEquals(
                List.of("kim"),
                team().members().stream().map(Colleague::username).toList());
        house.gates.needToKnow = true;
        assertEquals(file.id(), details(file).file().id());
    }

    @Test
    public void aStrangerIsToldInEveryWayWhatSomebodyIsToldOfNoCase() {
        TimelineEntry entry = record(file, House.interview(2), RequestKey.fresh());
        house.gates.needToKnow = true;
        assertEquals(ErrorCode.NOT_FOUND, code(house.cases.find(police, file.id())));
        assertEquals(ErrorCode.NOT_FOUND, code(house.cases.deadlines(police, file.id(), House.TODAY)));
        assertEquals(ErrorCode.NOT_FOUND, code(members.members(police, file.id())));
        assertEquals(
                ErrorCode.NOT_FOUND,
                code(house.cases.record(police, new RecordEntry(file.id(), House.interview(1)), RequestKey.fresh())));
        // a version that is wrong would otherwise be answered as stale
        assertEquals(
                ErrorCode.NOT_FOUND,
                code(house.cases.change(
                        police,
                        new ChangeEntry(file.id(), entry.id(), 77, House.TODAY, java.util.Map.of()),
                        RequestKey.fresh())));
        assertEquals(
                ErrorCode.NOT_FOUND,
                code(house.cases.remove(
                        police, new RemoveEntry(file.id(), entry.id(), 77, false), RequestKey.fresh())));
        assertEquals(
                0,
                house.cases.list(police, CaseQuery.firstPage(50)).orElseThrow().total());
    }

    @Test
    public void aMemberWorksWithTheCaseUntilTheLastDay() {
        put(Optional.of(House.TODAY)).orElseThrow();
        house.gates.needToKnow = true;
        assertEquals(
                file.id(),
                house.cases.find(police, file.id()).orElseThrow().file().id());
        house.cases
                .record(police, new RecordEntry(file.id(), House.interview(1)), RequestKey.fresh())
                .orElseThrow();
        assertEquals(
                1,
                house.cases.list(police, CaseQuery.firstPage(50)).orElseThrow().total());
        house.now = house.now.plus(Duration.ofDays(1));
        assertEquals(ErrorCode.NOT_FOUND, code(house.cases.find(police, file.id())));
        assertEquals(
                0,
                house.cases.list(police, CaseQuery.firstPage(50)).orElseThrow().total());
    }

    @Test
    public void takingOffCountsFromTheNextRequestOnAlsoForAnOldAnswer() {
        put(Optional.empty()).orElseThrow();
        house.gates.needToKnow = true;
        RequestKey key = RequestKey.fresh();
        RecordEntry command = new RecordEntry(file.id(), House.interview(1));
        TimelineEntry first = house.cases.record(police, command, key).orElseThrow();
        assertEquals(first, house.cases.record(police, command, key).orElseThrow());
        house.gates.needToKnow = false;
        takeOff().orElseThrow();
        house.gates.needToKnow = true;
        assertEquals(ErrorCode.NOT_FOUND, code(house.cases.record(police, command, key)));
        assertEquals(ErrorCode.NOT_FOUND, code(house.cases.find(police, file.id())));
    }

    @Test
    public void grantingAndEndingAreInTheTrailWithCaseAccountAndDay() {
        LocalDate until = House.TODAY.plusDays(9);
        put(Optional.of(until)).orElseThrow();
        String account = "account:" + police.actor().user();
        assertEquals("CHANGE case " + file.id() + " granted " + account + " until:" + until, line(lastAudit()));
        takeOff().orElseThrow();
        assertEquals("CHANGE case " + file.id() + " ended " + account, line(lastAudit()));
        assertEquals(House.coordinator().actor().user(), lastAudit().user().orElseThrow());
    }

    private static String line(AuditEntry entry) {
        return entry.action() + " " + entry.objectType() + " " + entry.objectId() + " " + entry.detail();
    }

    @Test
    public void whatSomebodyElseHasChangedSinceIsNotOverwritten() {
        long before = team().version();
        put(Optional.empty()).orElseThrow();
        ChangeMember late = new ChangeMember(file.id(), before, "pia", Optional.empty(), true);
        assertEquals(ErrorCode.STALE, code(members.change(House.coordinator(), late)));
        takeOff().orElseThrow();
        CaseTeam again = put(Optional.of(House.TODAY.plusDays(1))).orElseThrow();
        assertTrue(again.version() > before + 2);
        assertEquals("pia", again.members().getLast().username());
        assertEquals(Optional.of("kim"), again.members().getLast().grantedBy());
    }

    @Test
    public void whatTheUpdateGrantedIsToldFromWhatSomebodyDid() {
        house.store.write(House.LKP, unit -> {
            unit.insert(new CaseMember(
                    file.id(), police.actor().user(), house.now, Optional.empty(), Optional.of(House.TODAY), false, 1));
            return new Written<>(true, List.of(lastAudit()), List.of());
        });
        assertEquals(
                List.of(false, true),
                team().members().stream().map(Colleague::byUpdate).toList());
    }

    @Test
    public void onlyPeopleOfTheAgenciesAreMadeMembersAndNotForThePast() {
        assertEquals(
                List.of("pia"),
                members.candidates(House.coordinator()).orElseThrow().stream()
                        .map(AccountInfo::username)
                        .toList());
        assertEquals(ErrorCode.DATE_BEFORE, code(put(Optional.of(House.TODAY.minusDays(1)))));
        ChangeMember nobody = new ChangeMember(file.id(), team().version(), "nobody", Optional.empty(), false);
        assertEquals(ErrorCode.NOT_FOUND, code(members.change(House.coordinator(), nobody)));
        assertEquals(ErrorCode.NOT_FOUND, code(takeOff()));
        assertEquals(ErrorCode.NOT_FOUND, code(members.members(House.neighbour(), file.id())));
    }
}
