// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;

/** A house with two managers (maria, karin), an officer (dora) and a practitioner (kalle), in memory. */
abstract class WatchedHouse {
    static final String PASSWORD = "jag cyklar till skogen";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    final FakeStore store = new FakeStore();
    final FakeSignInStore codes = new FakeSignInStore(store);
    final FakeRequests waiting = new FakeRequests();
    final Set<UserId> ended = new HashSet<>();
    final FakeGates gates = new FakeGates(ended);
    final BarnahusRecord house = DemoPlan.HOUSES.getFirst();
    Instant now = Instant.parse("2026-03-12T08:00:00Z");
    final AccountFactory factory = new AccountFactory(store, new CountingHasher(64), () -> now);
    final AccountChanges changes = new AccountChanges(store, gates, this::afterLooking);
    final Enrolments enrolments =
            new Enrolments(store, codes, new CountingHasher(64), gates, gates, gates, this::afterLooking);
    final Requested requested = new Requested(store, waiting, waiting, codes, this::afterLooking);
    final ConfirmedActs acts = new ConfirmedActs(requested, factory, changes, enrolments);
    final AccessGate allows = new FakeAccess(p -> new Decision.Allowed(Purpose.ADMINISTRATION));
    final SecondPersons second = new SecondPersons(allows, store, factory, requested, acts);
    final LocalAccounts local =
            new LocalAccounts(factory, requested, acts, enrolments, new Houses(store, () -> now), false);

    /** The clock that changes, codes and requests ask between looking at an account and writing it. */
    Instant afterLooking() {
        return now;
    }

    Accounts accounts() {
        FirstStart first = new FirstStart(
                store,
                factory,
                new Houses(store, () -> now),
                new Installation(folder.getRoot().toPath(), true));
        return new Accounts(store, requested, factory, enrolments, changes, allows, gates, first, () -> now);
    }

    @Before
    public void aHouseWithTwoManagersAnOfficerAndAPractitioner() {
        store.houses.addAll(DemoPlan.HOUSES);
        put("maria", Role.MANAGER);
        put("karin", Role.MANAGER);
        put("dora", Role.DPO);
        put("kalle", Role.PRACTITIONER);
    }

    void put(String name, Role... roles) {
        store.accounts.put(
                name,
                new AccountRecord(
                        new UserId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                        house.id(),
                        name,
                        Agency.BARNAHUS,
                        Set.of(roles),
                        true,
                        "hash",
                        new byte[20],
                        0));
    }

    Session as(String name) {
        AccountRecord account = store.stored(name);
        return new Signed(
                "s-" + name,
                new Actor(account.id(), name, house.id(), house.code(), "SE", account.agency(), account.roles()));
    }

    static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst().code();
    }
}
