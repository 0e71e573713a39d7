// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
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
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.Invitation;
import org.openbarnahus.core.service.store.BarnahusRecord;

/** What is asked for again is not done again; and what of accounts needs a second factor, and what must not. */
public class AskedAgainTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final FakeStore store = new FakeStore();
    private final Instant now = Instant.parse("2026-03-12T08:00:00Z");
    private final BarnahusRecord house = DemoPlan.HOUSES.getFirst();
    private final FakeSignInStore codes = new FakeSignInStore(store);
    private final FakeGates gates = new FakeGates(new HashSet<>());
    private final Set<Permission> denied = new HashSet<>();
    private Accounts accounts;

    private final Session boss = new Signed(
            "s1",
            new Actor(
                    new UserId(new UUID(0, 7)),
                    "boss",
                    house.id(),
                    house.code(),
                    "SE",
                    Agency.BARNAHUS,
                    Set.of(Role.MANAGER)));

    @Before
    public void house() {
        store.houses.addAll(DemoPlan.HOUSES);
        AccountFactory factory = new AccountFactory(store, new CountingHasher(64), () -> now);
        Enrolments enrolments = new Enrolments(store, codes, new CountingHasher(64), gates, gates, gates, () -> now);
        FirstStart first = new FirstStart(
                store,
                factory,
                new Houses(store, () -> now),
                new Installation(folder.getRoot().toPath(), true));
        accounts = new Accounts(
                store,
                new Requested(store, new FakeRequests(), new FakeRequests(), codes, () -> now),
                factory,
                enrolments,
                new AccountChanges(store, gates, () -> now),
                new FakeAccess(this::decided),
                gates,
                first,
                () -> now);
    }

    private Decision decided(Permission permission) {
        return denied.contains(permission)
                ? new Decision.Denied("step-up")
                : new Decision.Allowed(Purpose.ADMINISTRATION);
    }

    private static NewMember member(String name) {
        return new NewMember(name, Agency.POLICE, Set.of(Role.PRACTITIONER));
    }

    private static RequestKey key(String value, String content) {
        return new RequestKey(value, content);
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst().code();
    }

    @Test
    public void whoeverIsInvitedAgainUnderTheSameKeyIsInvitedOnceAndTheCodeIsNotShownAgain() {
        Invitation first = accounts.invite(boss, member("lisa"), key("k1", "a")).orElseThrow();
        int trail = store.trail.size() + codes.trail.size();

        Invitation again = accounts.invite(boss, member("lisa"), key("k1", "a")).orElseThrow();

        assertEquals("lisa", again.username());
        assertEquals("", again.code());
        assertEquals(first.expires(), again.expires());
        assertEquals(trail, store.trail.size() + codes.trail.size());
        assertEquals(1, accounts.accounts(boss).size());
        String kept = codes.requests.toString() + codes.enrolments;
        assertFalse(kept, kept.contains(first.code()));
    }

    @Test
    public void aCodeIsIssuedOnceUnderAKeyAndAnotherUnderAnother() {
        accounts.invite(boss, member("lisa"), key("k1", "a")).orElseThrow();
        accounts.reissue(boss, "lisa", key("k2", "b")).orElseThrow();
        List<?> issued = List.copyOf(codes.enrolments.values());

        assertEquals(
                "", accounts.reissue(boss, "lisa", key("k2", "b")).orElseThrow().code());
        assertEquals("the code that was shown goes on being right", issued, List.copyOf(codes.enrolments.values()));

        assertFalse(accounts.reissue(boss, "lisa", key("k3", "b"))
                .orElseThrow()
                .code()
                .isEmpty());
        assertFalse(issued.equals(List.copyOf(codes.enrolments.values())));
    }

    @Test
    public void aKeyStandsForOneRequest() {
        accounts.invite(boss, member("lisa"), key("k1", "a")).orElseThrow();
        assertEquals(ErrorCode.REQUEST_KEY_REUSED, code(accounts.invite(boss, member("otto"), key("k1", "other"))));
        assertEquals(1, accounts.accounts(boss).size());
    }

    @Test
    public void whatWasRefusedMayBeAskedAgainUnderTheSameKey() {
        denied.add(Permission.USER_GRANT);
        assertEquals(ErrorCode.STEP_UP_REQUIRED, code(accounts.invite(boss, member("lisa"), key("k1", "a"))));
        denied.clear();
        assertFalse(accounts.invite(boss, member("lisa"), key("k1", "a"))
                .orElseThrow()
                .code()
                .isEmpty());
        denied.add(Permission.USER_GRANT);
        assertEquals(ErrorCode.STEP_UP_REQUIRED, code(accounts.invite(boss, member("lisa"), key("k1", "a"))));
    }

    /** In an emergency nobody looks for a telephone first; giving access back can wait for it. */
    @Test
    public void takingAccessAwayNeedsNoFreshFactorAndGivingItBackDoes() {
        accounts.invite(boss, member("lisa")).orElseThrow();
        denied.add(Permission.USER_GRANT);
        accounts.endSessions(boss, "lisa").orElseThrow();
        accounts.close(boss, "lisa").orElseThrow();
        assertEquals(ErrorCode.STEP_UP_REQUIRED, code(accounts.reopen(boss, "lisa")));
        assertFalse(store.stored("lisa").enabled());
        denied.clear();
        assertEquals(true, accounts.reopen(boss, "lisa").orElseThrow().enabled());
    }
}
