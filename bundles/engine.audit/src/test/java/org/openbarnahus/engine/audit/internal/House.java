// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.PaceGate;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.sdk.testkit.Partial;

/** A house with Anna and Bo, where everything is allowed that is granted here. Public methods stand in for the services'. */
public final class House {
    static final UserId BO = new UserId(new UUID(0, 3));

    final MemoryTrail trail = new MemoryTrail();
    final Set<Permission> granted = new HashSet<>(Set.of(Permission.values()));
    final SiteStore site = Partial.of(SiteStore.class, this);
    final AccessGate access = Partial.of(AccessGate.class, this);
    final PrivacyGate privacy = Partial.of(PrivacyGate.class, this);
    final Session anna = Partial.of(Session.class, new SignedIn(Entries.ANNA, "anna"));
    final Session bo = Partial.of(Session.class, new SignedIn(BO, "bo"));
    final PaceGate pace = Partial.of(PaceGate.class, this);
    int turns;
    Instant now = Instant.parse("2026-03-12T11:00:00Z");

    /** As many turns as are wanted. */
    public <T> Outcome<T> heavy(Session session, Supplier<Outcome<T>> work) {
        turns++;
        return work.get();
    }

    public void audit(AuditEntry entry) {
        trail.add(entry);
    }

    public List<BarnahusRecord> services() {
        return List.of(new BarnahusRecord(Entries.HOUSE, "SE-LKP", "SE", "Linköping", "Europe/Stockholm"));
    }

    public Optional<BarnahusRecord> service(ServiceId id) {
        return services().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    public List<AccountRecord> accounts(ServiceId service) {
        List<AccountRecord> accounts = new ArrayList<>();
        accounts.add(account(Entries.ANNA, "anna"));
        accounts.add(account(BO, "bo"));
        return accounts;
    }

    private static AccountRecord account(UserId id, String name) {
        return new AccountRecord(id, Entries.HOUSE, name, Agency.BARNAHUS, Set.of(), true, "h", new byte[20], 1);
    }

    public Decision decide(Session session, Permission permission) {
        return granted.contains(permission) ? new Decision.Allowed(Purpose.OVERSIGHT) : new Decision.Denied("role");
    }

    public List<Problem> screen(String country, FieldValues values) {
        return values.text(CoreField.NOTE).orElse("").contains("Lisa")
                ? List.of(Problem.at(ErrorCode.IDENTIFIER_IN_TEXT, "note"))
                : List.of();
    }

    /** Somebody of the house. */
    public record SignedIn(UserId user, String username) {
        public String id() {
            return "s";
        }

        public Actor actor() {
            return new Actor(user, username, Entries.HOUSE, "SE-LKP", "SE", Agency.BARNAHUS, Set.of());
        }
    }
}
