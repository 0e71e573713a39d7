// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Enrol;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.Enrolled;
import org.openbarnahus.core.service.query.Invitation;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;

public class AccountsTest {
    private static final String PASSWORD = "jag cyklar till skogen";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeStore store = new FakeStore();
    private final Instant now = Instant.parse("2026-03-12T08:00:00Z");
    private final AccountFactory factory = new AccountFactory(store, new CountingHasher(64), () -> now);
    private Decision decision = new Decision.Allowed(Purpose.ADMINISTRATION);
    private final BarnahusRecord house = DemoPlan.HOUSES.getFirst();

    private final FakeSignInStore codes = new FakeSignInStore(store);
    private final Set<UserId> ended = new java.util.HashSet<>();
    private final FakeGates gates = new FakeGates(ended);
    private final Enrolments enrolments =
            new Enrolments(store, codes, new CountingHasher(64), gates, gates, gates, () -> now);
    private final Houses houses = new Houses(store, () -> now);
    private Permission asked = Permission.OWN_SESSION;

    private Accounts accounts() {
        store.houses.addAll(DemoPlan.HOUSES);
        FirstStart first = new FirstStart(
                store, factory, houses, new Installation(folder.getRoot().toPath(), true));
        AccountChanges changes = new AccountChanges(store, gates, () -> now);
        Requested requested = new Requested(store, new FakeRequests(), new FakeRequests(), codes, () -> now);
        return new Accounts(
                store, requested, factory, enrolments, changes, new FakeAccess(this::decided), gates, first, () -> now);
    }

    private LocalAccounts local() {
        Requested requested = new Requested(store, new FakeRequests(), new FakeRequests(), codes, () -> now);
        AccountChanges changes = new AccountChanges(store, gates, () -> now);
        return new LocalAccounts(
                factory,
                requested,
                new ConfirmedActs(requested, factory, changes, enrolments),
                enrolments,
                houses,
                true);
    }

    private Decision decided(Permission permission) {
        asked = permission;
        return decision;
    }

    private Session session(Role... roles) {
        return new Signed(
                "s1",
                new Actor(
                        new UserId(new UUID(0, 7)),
                        "boss",
                        house.id(),
                        house.code(),
                        "SE",
                        Agency.BARNAHUS,
                        Set.of(roles)));
    }

    private static NewAccount member(String name, Role... roles) {
        return new NewAccount(name, PASSWORD, Agency.POLICE, Set.of(roles));
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst().code();
    }

    @Test
    public void anAccountIsMadeInTheCallersOwnHouseAndAuditedWithTheCaller() {
        Accounts accounts = accounts();
        accounts.create(session(Role.MANAGER), member("Kalle", Role.PRACTITIONER))
                .orElseThrow();
        assertEquals(house.id(), store.stored("kalle").service());
        assertEquals("s1", store.trail.getLast().session());
        assertEquals(
                List.of("kalle"),
                accounts.accounts(session(Role.MANAGER)).stream()
                        .map(AccountInfo::username)
                        .toList());
    }

    @Test
    public void whoIsDeniedGetsNothing() {
        Accounts accounts = accounts();
        decision = new Decision.Denied("role");
        assertEquals(ErrorCode.DENIED, code(accounts.create(session(Role.DPO), member("kalle", Role.DPO))));
        assertTrue(accounts.accounts(session(Role.DPO)).isEmpty());
        decision = new Decision.Denied("session");
        assertEquals(ErrorCode.SIGNED_OUT, code(accounts.create(session(Role.DPO), member("kalle", Role.DPO))));
        assertEquals(0, store.countAccounts());
    }

    @Test
    public void aManagerGivesNoRoleBeyondTheHouse() {
        Accounts accounts = accounts();
        for (Role role : List.of(Role.NATIONAL_ADMIN, Role.NETWORK_ANALYST)) {
            assertEquals(
                    ErrorCode.ROLE_NOT_GRANTABLE,
                    code(accounts.create(session(Role.MANAGER), member("kalle", Role.PRACTITIONER, role))));
        }
        accounts.create(session(Role.NATIONAL_ADMIN), member("analyst", Role.NETWORK_ANALYST))
                .orElseThrow();
    }

    @Test
    public void aTakenNameARolelessAndAGuessableAccountAreRefused() {
        Accounts accounts = accounts();
        accounts.create(session(Role.MANAGER), member("kalle", Role.PRACTITIONER))
                .orElseThrow();
        assertEquals(
                ErrorCode.USERNAME_TAKEN,
                code(accounts.create(session(Role.MANAGER), member(" KALLE", Role.PRACTITIONER))));
        assertEquals(ErrorCode.REQUIRED, code(accounts.create(session(Role.MANAGER), member("lisa"))));
        assertEquals(
                ErrorCode.PASSWORD_GUESSABLE,
                code(accounts.create(
                        session(Role.MANAGER),
                        new NewAccount(
                                "lisa-larsson", "Lisa-Larsson-1234", Agency.POLICE, Set.of(Role.PRACTITIONER)))));
    }

    @Test
    public void whoeverIsInvitedChoosesAllThatIsSecretAndNobodyElseEverKnowsIt() {
        Accounts accounts = accounts();
        Invitation invitation = accounts.invite(
                        session(Role.MANAGER), new NewMember("Lisa", Agency.HEALTH, Set.of(Role.PRACTITIONER)))
                .orElseThrow();
        assertEquals(Permission.USER_GRANT, asked);
        assertTrue(codes.trail.stream().noneMatch(entry -> entry.toString().contains(invitation.code())));
        Outcome<Enrolled> wrong =
                enrolments.enrol(new Enrol("lisa", "AAAA-AAAA-AAAA-AAAA-AAAA", PASSWORD), "192.0.2.1");
        assertEquals(ErrorCode.ENROLMENT_CODE, code(wrong));
        assertEquals(
                "an unknown name gets the same answer",
                wrong,
                enrolments.enrol(new Enrol("nobody", invitation.code(), PASSWORD), "192.0.2.1"));
        assertEquals(2, gates.failed);
        assertEquals(
                ErrorCode.PASSWORD_GUESSABLE,
                code(enrolments.enrol(new Enrol("lisa", invitation.code(), "barnahus-lisa-2026"), "192.0.2.1")));
        Enrolled enrolled = enrolments
                .enrol(new Enrol("LISA", invitation.code().toLowerCase(java.util.Locale.ROOT), PASSWORD), "192.0.2.1")
                .orElseThrow();
        assertEquals(2, gates.failed);
        assertEquals(10, enrolled.recoveryCodes().stream().distinct().count());
        assertEquals(
                enrolled.secondFactor().secret(),
                Base32.encode(store.stored("lisa").otpSecret()));
        assertTrue(new CountingHasher(64).matches(PASSWORD, store.stored("lisa").passwordHash()));
        assertEquals(
                ErrorCode.ENROLMENT_CODE,
                code(enrolments.enrol(new Enrol("lisa", invitation.code(), PASSWORD), "192.0.2.1")));
    }

    @Test
    public void anEnrolmentCodeEndsAfterThreeDaysAndAClosedAccountHasNone() {
        Accounts accounts = accounts();
        Session boss = session(Role.MANAGER);
        accounts.create(boss, member("kalle", Role.PRACTITIONER)).orElseThrow();
        Invitation code = accounts.reissue(boss, "kalle").orElseThrow();
        Enrol enrol = new Enrol("kalle", code.code(), PASSWORD);
        Enrolments later = new Enrolments(
                store, codes, new CountingHasher(64), gates, gates, gates, () -> now.plusSeconds(72 * 3600));
        assertEquals(ErrorCode.ENROLMENT_CODE, code(later.enrol(enrol, "192.0.2.1")));
        accounts.close(boss, "kalle").orElseThrow();
        assertEquals(ErrorCode.ENROLMENT_CODE, code(enrolments.enrol(enrol, "192.0.2.1")));
        accounts.reopen(boss, "kalle").orElseThrow();
        gates.runOut.add(store.stored("kalle").id());
        assertEquals(ErrorCode.ENROLMENT_CODE, code(enrolments.enrol(enrol, "192.0.2.1")));
        gates.runOut.clear();
        assertTrue(enrolments.enrol(enrol, "192.0.2.1") instanceof Outcome.Done);
        gates.pause = java.time.Duration.ofSeconds(2);
        assertEquals(ErrorCode.THROTTLED, code(enrolments.enrol(enrol, "192.0.2.1")));
    }

    @Test
    public void aManagerTakesOverNobodyWhoseRolesReachFurtherAndNotTheOwnAccount() {
        Accounts accounts = accounts();
        local().create(house.code(), member("nation", Role.NATIONAL_ADMIN)).orElseThrow();
        Session boss = session(Role.MANAGER);
        assertEquals(ErrorCode.ROLE_NOT_GRANTABLE, code(accounts.reissue(boss, "nation")));
        assertEquals(ErrorCode.ROLE_NOT_GRANTABLE, code(accounts.close(boss, "nation")));
        assertEquals(ErrorCode.ROLE_NOT_GRANTABLE, code(accounts.setRoles(boss, "nation", Set.of(Role.DPO))));
        accounts.create(boss, member("kalle", Role.PRACTITIONER)).orElseThrow();
        assertEquals(ErrorCode.ROLE_NOT_GRANTABLE, code(accounts.setRoles(boss, "kalle", Set.of(Role.NATIONAL_ADMIN))));
        AccountRecord kalle = store.stored("kalle");
        store.accounts.put(
                "boss",
                new AccountRecord(
                        new UserId(new UUID(0, 7)),
                        house.id(),
                        "boss",
                        kalle.agency(),
                        Set.of(Role.MANAGER),
                        true,
                        kalle.passwordHash(),
                        kalle.otpSecret(),
                        1));
        assertEquals(
                ErrorCode.NOT_YOURSELF, code(accounts.setRoles(boss, "boss", Set.of(Role.MANAGER, Role.COORDINATOR))));
        assertEquals(ErrorCode.NOT_YOURSELF, code(accounts.reissue(boss, "boss")));
        assertEquals(ErrorCode.NOT_YOURSELF, code(accounts.close(boss, "boss")));
    }

    @Test
    public void anotherHousesAccountIsNotFound() {
        Accounts accounts = accounts();
        local().create("NO-DEMO", member("ola", Role.PRACTITIONER)).orElseThrow();
        Session boss = session(Role.MANAGER, Role.NATIONAL_ADMIN);
        assertEquals(ErrorCode.NOT_FOUND, code(accounts.close(boss, "ola")));
        assertEquals(ErrorCode.NOT_FOUND, code(accounts.reissue(boss, "ola")));
        assertEquals(ErrorCode.NOT_FOUND, code(accounts.endSessions(boss, "ola")));
    }

    @Test
    public void closingAnAccountChangingRolesAndEndingSessionsEndThemAtOnce() {
        Accounts accounts = accounts();
        Session boss = session(Role.MANAGER);
        accounts.create(boss, member("kalle", Role.PRACTITIONER)).orElseThrow();
        UserId id = store.stored("kalle").id();
        accounts.setRoles(boss, "kalle", Set.of(Role.COORDINATOR)).orElseThrow();
        assertTrue(ended.remove(id));
        assertEquals(Set.of(Role.COORDINATOR), store.stored("kalle").roles());
        accounts.close(boss, "kalle").orElseThrow();
        assertTrue(ended.remove(id));
        assertEquals(false, store.stored("kalle").enabled());
        accounts.endSessions(boss, "kalle").orElseThrow();
        assertTrue(ended.remove(id));
        assertEquals("sessions-ended", store.trail.getLast().detail());
    }

    @Test
    public void theOwnerOfTheDataDirectoryHelpsAHouseWhoseLastManagerIsClosed() {
        Accounts accounts = accounts();
        LocalAccounts local = local();
        local.create(house.code(), member("maria", Role.MANAGER)).orElseThrow();
        store.accounts.put("maria", store.stored("maria").closed());
        local.invite(house.code(), new NewMember("karin", Agency.BARNAHUS, Set.of(Role.MANAGER)))
                .orElseThrow();
        assertTrue(store.stored("karin").enabled());
        assertEquals(
                "with one more person: decision 42",
                ErrorCode.SECOND_PERSON_REQUIRED,
                code(accounts.reopen(session(Role.MANAGER), "maria")));
    }

    @Test
    public void whatIsAskedBeforeAnythingIsThere() {
        Accounts accounts = accounts();
        assertFalse("a demonstration waits for nobody", accounts.waitsForFirstAdministrator());
        assertTrue(accounts.countries().containsAll(Set.of("SE", "NO")));
        assertEquals(ErrorCode.REQUIRED, code(accounts.setRoles(session(Role.MANAGER), "kalle", Set.of())));
    }

    @Test
    public void theOwnerOfTheDataDirectoryNamesTheHouse() {
        accounts();
        LocalAccounts local = local();
        local.create("NO-DEMO", member("ola", Role.NATIONAL_ADMIN)).orElseThrow();
        assertEquals("local", store.trail.getLast().detail());
        assertEquals(1, local.accounts("NO-DEMO").orElseThrow().size());
        assertEquals(0, local.accounts("SE-DEMO").orElseThrow().size());
        assertEquals(ErrorCode.NOT_FOUND, code(local.create("XX-NONE", member("per", Role.DPO))));
    }
}
