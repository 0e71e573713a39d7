// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.WriteUnit;
import org.openbarnahus.core.service.store.Written;

/** Works out anew what is due next in a house's cases; those in which nothing changes stay untouched. */
public final class NextDueBatch {
    private static final int AT_ONCE = 100;

    private final RuleGate rules;
    private final TenantStore store;
    private final ServiceClock clock;

    public NextDueBatch(RuleGate rules, TenantStore store, ServiceClock clock) {
        this.rules = rules;
        this.store = store;
        this.clock = clock;
    }

    public void refresh(ServiceId house, SchemaSnapshot law) {
        LocalDate today = clock.today(house);
        List<CaseId> outdated = new ArrayList<>();
        store.read(house, unit -> {
            unit.forEachHistory(history -> {
                if (changed(law, history, today).isPresent()) {
                    outdated.add(history.file().id());
                }
            });
            return outdated;
        });
        for (int from = 0; from < outdated.size(); from += AT_ONCE) {
            List<CaseId> some = outdated.subList(from, Math.min(from + AT_ONCE, outdated.size()));
            store.write(house, unit -> write(unit, house, law, some));
        }
    }

    /** The case with its new limit, if that is another than the one kept. */
    private Optional<CaseFile> changed(SchemaSnapshot law, CaseHistory history, LocalDate today) {
        CaseFile file = history.file();
        if (file.state() instanceof CaseState.Closed && file.nextDue().isEmpty()) {
            return Optional.empty();
        }
        Optional<NextDue> due = RuleCheck.nextDue(file.state(), rules.evaluate(law, history, today));
        return due.equals(file.nextDue()) ? Optional.empty() : Optional.of(with(file, due));
    }

    private Written<Integer> write(WriteUnit unit, ServiceId house, SchemaSnapshot law, List<CaseId> outdated) {
        List<OutboxEvent> events = new ArrayList<>();
        LocalDate today = clock.today(house);
        for (CaseId id : outdated) {
            unit.lock(id);
            unit.findCase(id)
                    .flatMap(file -> changed(law, new CaseHistory(file, unit.timeline(id)), today))
                    .ifPresent(file -> {
                        unit.update(file);
                        events.add(new OutboxEvent(house, OutboxEvent.CASE_SAVED, id.toString()));
                    });
        }
        return new Written<>(events.size(), List.of(audit(house, events.size())), events);
    }

    /** Nobody changed the case: who did last, and when, stays. */
    private static CaseFile with(CaseFile f, Optional<NextDue> due) {
        return new CaseFile(
                f.id(),
                f.number(),
                f.service(),
                f.state(),
                f.values(),
                f.snapshot(),
                f.version() + 1,
                f.created(),
                f.changed(),
                due);
    }

    private AuditEntry audit(ServiceId house, int count) {
        return new AuditEntry(
                clock.now(),
                Optional.of(house),
                Optional.empty(),
                "system",
                Purpose.ADMINISTRATION,
                AuditEntry.Action.CONFIGURE,
                "case",
                "",
                AuditEntry.Result.DONE,
                Set.of("next_due"),
                "cases:" + count);
    }
}
