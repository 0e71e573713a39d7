// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.CaseRow;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.WriteUnit;
import org.openbarnahus.core.service.store.Written;

/** Works out anew what is due next in a house's open cases, a page at a time; cases in which nothing changes stay untouched. */
public final class NextDueBatch {
    private static final int PAGE = 100;

    private final RuleGate rules;
    private final TenantStore store;
    private final ServiceClock clock;

    public NextDueBatch(RuleGate rules, TenantStore store, ServiceClock clock) {
        this.rules = rules;
        this.store = store;
        this.clock = clock;
    }

    public void refresh(ServiceId house, SchemaSnapshot law) {
        for (int offset = 0; ; offset += PAGE) {
            CaseQuery query =
                    new CaseQuery("", Set.of("referred", "open"), Map.of(), CaseQuery.Sort.NUMBER, false, offset, PAGE);
            CasePage page = store.read(house, unit -> unit.page(query));
            LocalDate today = clock.today(house);
            List<CaseId> outdated = store.read(
                    house,
                    unit -> page.rows().stream()
                            .map(CaseRow::id)
                            .filter(id -> changed(unit, law, id, today).isPresent())
                            .toList());
            if (!outdated.isEmpty()) {
                store.write(house, unit -> write(unit, house, law, outdated));
            }
            if (page.rows().size() < PAGE) {
                return;
            }
        }
    }

    /** The case with its new limit, if that is another than the one kept. */
    private Optional<CaseFile> changed(ReadUnit unit, SchemaSnapshot law, CaseId id, LocalDate today) {
        return unit.findCase(id).flatMap(file -> {
            CaseHistory history = new CaseHistory(file, unit.timeline(id));
            Optional<NextDue> due = RuleCheck.nextDue(file.state(), rules.evaluate(law, history, today));
            return due.equals(file.nextDue()) ? Optional.empty() : Optional.of(with(file, due));
        });
    }

    private Written<Integer> write(WriteUnit unit, ServiceId house, SchemaSnapshot law, List<CaseId> outdated) {
        List<OutboxEvent> events = new ArrayList<>();
        LocalDate today = clock.today(house);
        for (CaseId id : outdated) {
            unit.lock(id);
            changed(unit, law, id, today).ifPresent(file -> {
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
