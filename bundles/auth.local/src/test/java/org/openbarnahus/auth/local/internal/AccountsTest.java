// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.ServiceId;
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
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.Enrolment;
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

    private Accounts accounts() {
        store.houses.addAll(DemoPlan.HOUSES);
        FirstStart first = new FirstStart(
                store, factory, () -> now, new Installation(folder.getRoot().toPath(), true));
        return new Accounts(store, factory, new OneDecision(), first);
    }

    private final class OneDecision implements AccessGate {
        @Override
        public Decision decide(Session session, Permission permission) {
            assertEquals(Permission.USER_MANAGE, permission);
            return decision;
        }

        @Override
        public Decision decide(Session session, Permission permission, ServiceId owner, String type, String id) {
            return decide(session, permission);
        }
    }

    private record Signed(Actor actor) implements Session {
        @Override
        public String id() {
            return "s1";
        }

        @Override
        public boolean alive() {
            return true;
        }
    }

    private Session session(Role... roles) {
        return new Signed(new Actor(
                new UserId(new UUID(0, 7)), "boss", house.id(), house.code(), "SE", Agency.BARNAHUS, Set.of(roles)));
    }

    private static NewAccount member(String name, Role... roles) {
        return new NewAccount(name, PASSWORD, Agency.POLICE, Set.of(roles));
    }

    private static ErrorCode code(Outcome<Enrolment> outcome) {
        return ((Outcome.Refused<Enrolment>) outcome).problems().getFirst().code();
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
            accounts.create(session(Role.NATIONAL_ADMIN), member("n" + role.code(), role))
                    .orElseThrow();
        }
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
    public void theOwnerOfTheDataDirectoryNamesTheHouse() {
        accounts();
        LocalAccounts local = new LocalAccounts(store, factory);
        local.create("NO-DEMO", member("ola", Role.NATIONAL_ADMIN)).orElseThrow();
        assertEquals("local", store.trail.getLast().detail());
        assertEquals(1, local.accounts("NO-DEMO").orElseThrow().size());
        assertEquals(0, local.accounts("SE-DEMO").orElseThrow().size());
        assertEquals(ErrorCode.NOT_FOUND, code(local.create("XX-NONE", member("per", Role.DPO))));
    }
}
