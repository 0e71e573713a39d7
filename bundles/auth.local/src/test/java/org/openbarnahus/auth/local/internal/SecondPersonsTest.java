// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.command.Enrol;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.query.AccountRequest;
import org.openbarnahus.core.service.query.Invitation;

/** Nobody alone makes, takes over or removes those who watch each other. */
public class SecondPersonsTest extends WatchedHouse {
    private static AccountAct invited(String name, Role... roles) {
        return AccountAct.invite(new NewMember(name, Agency.BARNAHUS, Set.of(roles)));
    }

    @Test
    public void nobodyAloneMakesOrTakesOverAManagerOrAnOfficer() {
        Accounts accounts = accounts();
        Session maria = as("maria");
        for (Role role : List.of(Role.MANAGER, Role.DPO)) {
            NewMember member = new NewMember("nya", Agency.BARNAHUS, Set.of(Role.PRACTITIONER, role));
            assertEquals(ErrorCode.SECOND_PERSON_REQUIRED, code(accounts.invite(maria, member)));
            assertEquals(ErrorCode.SECOND_PERSON_REQUIRED, code(accounts.setRoles(maria, "kalle", Set.of(role))));
        }
        for (String grave : List.of("karin", "dora")) {
            assertEquals(ErrorCode.SECOND_PERSON_REQUIRED, code(accounts.reissue(maria, grave)));
        }
        assertEquals(ErrorCode.SECOND_PERSON_REQUIRED, code(accounts.close(maria, "dora")));
        assertEquals(
                ErrorCode.SECOND_PERSON_REQUIRED, code(accounts.setRoles(maria, "dora", Set.of(Role.COORDINATOR))));
        assertEquals(4, store.accounts.size());
        assertTrue(codes.enrolments.isEmpty());
        accounts.reissue(maria, "kalle").orElseThrow();
        put("disa", Role.DPO);
        accounts.close(maria, "dora").orElseThrow();
        accounts.close(maria, "karin").orElseThrow();
    }

    /** A password that is out has to be stopped at once; giving it back can wait for somebody else. */
    @Test
    public void closingAManagerTakesOneAndTellsTheOthersOpeningTakesTwo() {
        Accounts accounts = accounts();
        accounts.close(as("maria"), "karin").orElseThrow();
        assertFalse(store.stored("karin").enabled());
        AuditEntry told = store.trail.getLast();
        assertEquals("grave-accounts", told.objectType());
        assertEquals(house.id().toString(), told.objectId());
        assertEquals("stopped " + store.stored("karin").id(), told.detail());
        assertEquals("s-maria", told.session());
        assertEquals(ErrorCode.SECOND_PERSON_REQUIRED, code(accounts.reopen(as("maria"), "karin")));
        AccountRequest request =
                second.ask(as("maria"), AccountAct.open("karin")).orElseThrow();
        assertEquals(List.of("dora"), request.confirmers());
        assertEquals(ErrorCode.NOT_YOURSELF, code(second.confirm(as("maria"), request.id())));
        second.confirm(as("dora"), request.id()).orElseThrow();
        assertTrue(store.stored("karin").enabled());
        assertEquals(
                "opening tells its owner only", "enabled", store.trail.getLast().detail());
    }

    @Test
    public void whoeverLosesAGraveRoleIsToldOfLikeWhoeverIsClosed() {
        accounts().setRoles(as("maria"), "karin", Set.of(Role.COORDINATOR)).orElseThrow();
        assertEquals("grave-accounts", store.trail.getLast().objectType());
        int before = store.trail.size();
        accounts().setRoles(as("maria"), "kalle", Set.of(Role.COORDINATOR)).orElseThrow();
        accounts().close(as("maria"), "kalle").orElseThrow();
        accounts().reopen(as("maria"), "kalle").orElseThrow();
        assertEquals("nobody is told of others", before + 3, store.trail.size());
    }

    @Test
    public void aCodeInHandIsVoidOnceItsAccountMayMoreAndGoodWhileItMayLess() {
        Accounts accounts = accounts();
        String code = accounts.reissue(as("karin"), "kalle").orElseThrow().code();
        accounts.setRoles(as("maria"), "kalle", Set.of(Role.PRACTITIONER, Role.COORDINATOR))
                .orElseThrow();
        assertEquals(ErrorCode.ENROLMENT_CODE, code(enrolments.enrol(new Enrol("kalle", code, PASSWORD), "192.0.2.1")));
        assertEquals(List.of(), accounts.openInvitations(as("maria")).orElseThrow());
        assertTrue(codes.trail.stream()
                .anyMatch(entry ->
                        entry.detail().equals("withdrawn") && entry.session().equals("s-maria")));
        String next = accounts.reissue(as("maria"), "kalle").orElseThrow().code();
        accounts.setRoles(as("karin"), "kalle", Set.of(Role.COORDINATOR)).orElseThrow();
        assertTrue(enrolments.enrol(new Enrol("kalle", next, PASSWORD), "192.0.2.1") instanceof Outcome.Done);
    }

    /** Whoever runs all houses sees no cases, and makes nobody alone who does. */
    @Test
    public void aNationalAdministratorAloneGivesNobodyCasesOfAHouse() {
        put("nation", Role.NATIONAL_ADMIN);
        put("other-nation", Role.NATIONAL_ADMIN);
        put("kajsa", Role.COORDINATOR);
        Accounts accounts = accounts();
        Session nation = as("nation");
        for (Role role : List.of(Role.COORDINATOR, Role.PRACTITIONER)) {
            NewMember member = new NewMember("nya", Agency.BARNAHUS, Set.of(role));
            assertEquals(ErrorCode.SECOND_PERSON_REQUIRED, code(accounts.invite(nation, member)));
        }
        assertEquals(
                ErrorCode.SECOND_PERSON_REQUIRED,
                code(accounts.setRoles(nation, "kalle", Set.of(Role.PRACTITIONER, Role.COORDINATOR))));
        assertEquals(
                "nor takes over the account of one",
                ErrorCode.SECOND_PERSON_REQUIRED,
                code(accounts.reissue(nation, "kajsa")));
        AccountRequest request =
                second.ask(nation, invited("nya", Role.COORDINATOR)).orElseThrow();
        assertEquals("people of the house", List.of("dora", "karin", "maria"), request.confirmers());
        assertEquals(ErrorCode.NOT_YOURSELF, code(second.confirm(as("other-nation"), request.id())));
        second.confirm(as("dora"), request.id()).orElseThrow();
        accounts.invite(nation, new NewMember("statistik", Agency.BARNAHUS, Set.of(Role.NETWORK_ANALYST)))
                .orElseThrow();
        accounts.setRoles(nation, "kajsa", Set.of(Role.COORDINATOR, Role.NETWORK_ANALYST))
                .orElseThrow();
        accounts.close(nation, "kajsa").orElseThrow();
        assertEquals(
                "nor lets somebody in again whom the house has shut out",
                ErrorCode.SECOND_PERSON_REQUIRED,
                code(accounts.reopen(nation, "kajsa")));
        AccountRequest opened = second.ask(nation, AccountAct.open("kajsa")).orElseThrow();
        assertEquals(List.of("dora", "karin", "maria"), opened.confirmers());
        put("both", Role.NATIONAL_ADMIN, Role.MANAGER);
        accounts.invite(as("both"), new NewMember("nils", Agency.BARNAHUS, Set.of(Role.COORDINATOR)))
                .orElseThrow();
    }

    @Test
    public void theOperatorMakesAccountsAndChoosesNobodysPassword() {
        NewMember member = new NewMember("nya", Agency.BARNAHUS, Set.of(Role.MANAGER));
        Invitation code = local.invite(house.code(), member).orElseThrow();
        assertEquals(
                ErrorCode.DENIED,
                code(local.create(
                        house.code(), new NewAccount("nyare", PASSWORD, Agency.BARNAHUS, Set.of(Role.MANAGER)))));
        assertEquals(
                List.of("nya"),
                accounts().openInvitations(as("maria")).orElseThrow().stream()
                        .map(Invitation::username)
                        .toList());
        assertEquals(
                "",
                accounts().openInvitations(as("maria")).orElseThrow().getFirst().code());
        now = now.plus(Duration.ofHours(72));
        assertEquals(List.of(), accounts().openInvitations(as("maria")).orElseThrow());
        assertEquals(
                ErrorCode.ENROLMENT_CODE, code(enrolments.enrol(new Enrol("nya", code.code(), PASSWORD), "192.0.2.1")));
    }

    @Test
    public void whoWasInvitedAndNeverCameWatchesOverNobody() {
        put("disa", Role.DPO);
        enrolments.issue(Optional.empty(), store.stored("disa"));
        assertEquals(ErrorCode.SECOND_PERSON_REQUIRED, code(accounts().close(as("maria"), "dora")));
    }

    @Test
    public void whoeverAsksOrIsConcernedNeverConfirmsAndTheCodeIsTheSecondPersons() {
        AccountRequest request =
                second.ask(as("maria"), AccountAct.reset("dora")).orElseThrow();
        assertEquals(List.of("karin"), request.confirmers());
        assertTrue(request.mine());
        assertEquals(ErrorCode.NOT_YOURSELF, code(second.confirm(as("maria"), request.id())));
        assertEquals(ErrorCode.NOT_YOURSELF, code(second.confirm(as("dora"), request.id())));
        assertEquals(ErrorCode.NOT_YOURSELF, code(second.confirm(as("kalle"), request.id())));
        assertTrue(codes.enrolments.isEmpty());
        assertEquals(
                "asked twice is asked once",
                request.id(),
                second.ask(as("maria"), AccountAct.reset("DORA")).orElseThrow().id());
        Invitation code = second.confirm(as("karin"), request.id())
                .orElseThrow()
                .invitation()
                .orElseThrow();
        assertTrue(enrolments.enrol(new Enrol("dora", code.code(), PASSWORD), "192.0.2.1") instanceof Outcome.Done);
        assertEquals(ErrorCode.NOT_FOUND, code(second.confirm(as("karin"), request.id())));
        List<String> told = waiting.trail.stream()
                .map(entry -> entry.session() + " " + entry.detail().strip())
                .toList();
        assertEquals(List.of("s-maria asked", "s-karin confirmed"), told);
    }

    @Test
    public void whatIsConfirmedIsDoneAndOldCodesOpenNoNewRoles() {
        Invitation old = accounts().reissue(as("maria"), "kalle").orElseThrow();
        AccountRequest roles = second.ask(as("maria"), AccountAct.roles("kalle", Set.of(Role.MANAGER)))
                .orElseThrow();
        assertEquals(List.of("dora", "karin"), roles.confirmers());
        second.confirm(as("dora"), roles.id()).orElseThrow();
        assertEquals(Set.of(Role.MANAGER), store.stored("kalle").roles());
        assertTrue(ended.contains(store.stored("kalle").id()));
        assertEquals(
                ErrorCode.ENROLMENT_CODE,
                code(enrolments.enrol(new Enrol("kalle", old.code(), PASSWORD), "192.0.2.1")));
        AccountRequest invited =
                second.ask(as("karin"), invited("Nils", Role.DPO)).orElseThrow();
        assertTrue(second.confirm(as("maria"), invited.id())
                .orElseThrow()
                .invitation()
                .isPresent());
        assertEquals(Set.of(Role.DPO), store.stored("nils").roles());
        put("sole", Role.DPO);
        store.accounts.remove("nils");
        store.accounts.remove("dora");
        AccountRequest closed =
                second.ask(as("karin"), AccountAct.close("sole")).orElseThrow();
        second.confirm(as("maria"), closed.id()).orElseThrow();
        assertFalse(store.stored("sole").enabled());
    }

    @Test
    public void aRequestLapsesAfterThreeDaysAndWithTheRightsOfWhoeverAsked() {
        second.ask(as("maria"), AccountAct.reset("dora")).orElseThrow();
        now = now.plus(Duration.ofHours(72)).minusSeconds(1);
        AccountRequest other =
                second.ask(as("karin"), AccountAct.reset("maria")).orElseThrow();
        assertEquals(2, second.waiting(as("dora")).orElseThrow().size());
        now = now.plusSeconds(1);
        assertEquals(List.of(other.id()), ids("dora"));
        AuditEntry lapsed = waiting.trail.getLast();
        assertEquals("lapsed", lapsed.detail().strip());
        assertEquals("", lapsed.session());
        put("karin", Role.PRACTITIONER);
        assertEquals(ErrorCode.NOT_FOUND, code(second.confirm(as("dora"), other.id())));
        assertTrue(codes.enrolments.isEmpty());
    }

    private List<UUID> ids(String reader) {
        return second.waiting(as(reader)).orElseThrow().stream()
                .map(AccountRequest::id)
                .toList();
    }

    @Test
    public void itIsTakenBackByWhoeverAskedAndDeclinedByWhoeverCouldConfirm() {
        AccountRequest mine = second.ask(as("maria"), AccountAct.reset("dora")).orElseThrow();
        assertEquals(ErrorCode.NOT_YOURSELF, code(second.withdraw(as("dora"), mine.id())));
        second.withdraw(as("maria"), mine.id()).orElseThrow();
        assertEquals("withdrawn", waiting.trail.getLast().detail().strip());
        AccountRequest other =
                second.ask(as("maria"), invited("nya", Role.MANAGER)).orElseThrow();
        second.withdraw(as("dora"), other.id()).orElseThrow();
        assertEquals("declined manager", waiting.trail.getLast().detail());
        assertEquals(ErrorCode.NOT_FOUND, code(second.confirm(as("karin"), other.id())));
    }

    @Test
    public void nothingIsAskedThatOnePersonMayDoOrNobodyMayGive() {
        Session maria = as("maria");
        assertEquals(ErrorCode.NO_SECOND_PERSON_NEEDED, code(second.ask(maria, AccountAct.reset("kalle"))));
        assertEquals(ErrorCode.NOT_YOURSELF, code(second.ask(maria, AccountAct.reset("maria"))));
        assertEquals(ErrorCode.NOT_FOUND, code(second.ask(maria, AccountAct.reset("nobody"))));
        assertEquals(ErrorCode.ROLE_NOT_GRANTABLE, code(second.ask(maria, invited("nya", Role.NATIONAL_ADMIN))));
        assertEquals(ErrorCode.USERNAME_TAKEN, code(second.ask(maria, invited("kalle", Role.DPO))));
        for (int i = 0; i < 30; i++) {
            second.ask(maria, invited("ny-" + i, Role.DPO)).orElseThrow();
        }
        assertEquals(ErrorCode.TOO_MANY, code(second.ask(maria, invited("ny-too", Role.DPO))));
    }

    @Test
    public void theServerIsTheSecondPersonOnlyWhereThereIsNobodyElse() {
        AccountRequest request =
                second.ask(as("maria"), AccountAct.reset("dora")).orElseThrow();
        assertEquals(ErrorCode.OTHERS_CAN_CONFIRM, code(local.confirm(house.code(), request.id())));
        // invited, and never here: nobody's account yet
        enrolments.issue(java.util.Optional.empty(), store.stored("karin"));
        assertEquals(
                List.of(), local.requests(house.code()).orElseThrow().getFirst().confirmers());
        assertEquals(ErrorCode.NOT_FOUND, code(local.confirm("NO-DEMO", request.id())));
        assertTrue(local.confirm(house.code(), request.id())
                .orElseThrow()
                .invitation()
                .isPresent());
        assertEquals("confirmed-local", waiting.trail.getLast().detail().strip());
    }
}
