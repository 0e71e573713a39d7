// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.sdk.testkit.Partial;

/** One house in memory with its store, outbox and a signed-in coordinator. */
final class House {
    static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    final Map<CaseId, CaseHistory> cases = new LinkedHashMap<>();
    final Session session = Partial.of(Session.class, new SignedIn());
    final TenantStore store = Partial.of(TenantStore.class, this);
    final SiteStore site = Partial.of(SiteStore.class, this);
    final CaseGate access = Partial.of(CaseGate.class, this);
    final Facts facts = new Facts(store, site);
    final Set<String> asked = new HashSet<>();
    final List<AuditEntry> audit = new ArrayList<>();
    boolean down;
    boolean allowed = true;
    boolean busy;
    /** Whether the caller reaches some cases only. */
    boolean member;

    /** So many narrowed questions are answered. */
    int questions = 100;

    int wholeReads;
    int partReads;
    long pending;
    int looks;
    int turns;

    /** Writes the case and reports it, as the store does after its commit. */
    void save(Cases saved) {
        cases.put(saved.id(), saved.build());
        report(saved.id());
    }

    /** As many turns as are wanted, unless the house is busy. */
    public <T> Outcome<T> heavy(Session caller, Supplier<Outcome<T>> work) {
        turns++;
        return busy ? Outcome.refused(Problem.of(ErrorCode.BUSY)) : work.get();
    }

    public CaseReach reach(Session asking, Permission permission, LocalDate today) {
        return member && permission == Permission.INDICATOR_READ
                ? new CaseReach(Optional.of(asking.actor().user()), today, today, NOW)
                : CaseReach.wholeHouse();
    }

    public Outcome<Boolean> narrow(Session asking, String question) {
        boolean first = asked.add(question);
        return asked.size() <= questions
                ? Outcome.done(first)
                : Outcome.refused(Problem.of(ErrorCode.STEP_UP_REQUIRED));
    }

    void report(CaseId id) {
        facts.happened(new OutboxEvent(Cases.HOUSE, OutboxEvent.CASE_SAVED, id.toString()));
    }

    public <T> T read(ServiceId tenant, Function<ReadUnit, T> work) {
        if (down) {
            throw new StoreUnavailableException("down", new IllegalStateException());
        }
        return work.apply(Partial.of(ReadUnit.class, this));
    }

    public void forEachHistory(Consumer<CaseHistory> consumer) {
        wholeReads++;
        List.copyOf(cases.values()).forEach(consumer);
    }

    public List<CaseHistory> histories(Collection<CaseId> ids) {
        partReads++;
        return cases.entrySet().stream()
                .filter(each -> ids.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    public List<BarnahusRecord> services() {
        return List.of(new BarnahusRecord(Cases.HOUSE, "SE-LKP", "SE", "Barnahus", "Europe/Stockholm"));
    }

    public Optional<BarnahusRecord> service(ServiceId id) {
        return services().stream().filter(house -> house.id().equals(id)).findFirst();
    }

    public long pendingEvents() {
        looks++;
        return pending > 0 ? pending-- : 0;
    }

    public Decision decide(Session asking, Permission permission) {
        boolean granted = allowed && asking == session && permission == Permission.INDICATOR_READ;
        return granted ? new Decision.Allowed(Purpose.QUALITY) : new Decision.Denied("role");
    }

    public void audit(AuditEntry entry) {
        audit.add(entry);
    }

    /** Signed in to this house. */
    public static final class SignedIn {
        public String id() {
            return "s";
        }

        public Actor actor() {
            return new Actor(
                    new UserId(new UUID(0, 1)),
                    "coordinator",
                    Cases.HOUSE,
                    "SE-LKP",
                    "SE",
                    Agency.BARNAHUS,
                    Set.of(Role.COORDINATOR));
        }
    }
}
