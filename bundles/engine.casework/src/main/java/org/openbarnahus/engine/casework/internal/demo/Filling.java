// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.WriteUnit;
import org.openbarnahus.core.service.store.Written;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.NewCase;
import org.openbarnahus.engine.casework.internal.save.Save;
import org.openbarnahus.engine.casework.internal.save.SaveGates;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;

/** Fills an empty demo house: every case through the gates, written in batches. */
final class Filling {
    private static final int BATCH = 25;
    private static final int YEARS = 3;

    private final SaveGates gates;
    private final PrivacyGate privacy;
    private final TenantStore store;
    private final ServiceClock clock;

    Filling(SchemaGate schema, PrivacyGate privacy, RuleGate rules, TenantStore store, ServiceClock clock) {
        this.gates = new SaveGates(new OwnAccess(), schema, privacy, rules);
        this.privacy = privacy;
        this.store = store;
        this.clock = clock;
    }

    /** How many cases were written: none when the house has some already. */
    int fill(DemoHouse house, SchemaSnapshot law, int count) {
        Caller caller = caller(house);
        if (store.read(
                        caller.service(),
                        unit -> unit.page(CaseQuery.firstPage(1)).total())
                > 0) {
            return 0;
        }
        Stories stories = new Stories(
                law,
                caller.today().minusYears(YEARS),
                caller.today(),
                privacy.ready(house.record().country()));
        List<Save> good = stories.tell(count, house.ordinal() + 1L).stream()
                .flatMap(story -> checked(caller, law, story).stream())
                .toList();
        DemoTeam team = new DemoTeam(house);
        for (int from = 0; from < good.size(); from += BATCH) {
            List<Save> batch = good.subList(from, Math.min(good.size(), from + BATCH));
            store.write(caller.service(), unit -> keep(batch, team, unit));
        }
        answers(house, law, caller);
        return good.size();
    }

    private Caller caller(DemoHouse house) {
        return new Caller(
                house.session(),
                Permission.CASE_IMPORT,
                Purpose.ADMINISTRATION,
                clock.today(house.record().id()),
                clock.now());
    }

    /** A story that the gates refuse is left out: a country's law may forbid what chance tells. */
    private List<Save> checked(Caller caller, SchemaSnapshot law, OpenCase story) {
        Outcome<Save> outcome = NewCase.draft(caller, law, story, UUID::randomUUID)
                .map(draft -> Save.of(caller, AuditEntry.Action.IMPORT, law, draft))
                .then(gates::check);
        return outcome instanceof Outcome.Done<Save> done ? List.of(done.value()) : List.of();
    }

    private Written<Integer> keep(List<Save> batch, DemoTeam team, WriteUnit unit) {
        List<AuditEntry> audit = new ArrayList<>();
        List<OutboxEvent> events = new ArrayList<>();
        for (Save checked : batch) {
            Save kept = gates.keep(checked.in(unit)).orElseThrow();
            team.of(kept).forEach(unit::insert);
            audit.addAll(kept.audit());
            events.addAll(kept.events());
        }
        return new Written<>(batch.size(), audit, events);
    }

    private void answers(DemoHouse house, SchemaSnapshot law, Caller caller) {
        law.questionnaires().stream()
                .filter(q -> q.id().equals(Responses.CHILD))
                .findFirst()
                .ifPresent(q -> store.write(caller.service(), unit -> {
                    new Responses(q, caller.today()).make(house.ordinal() + 1L).forEach(unit::insert);
                    AuditEntry audit = caller.did(AuditEntry.Action.CREATE, "response", q.id(), Set.of(), "demo");
                    return new Written<>(
                            q.id(),
                            List.of(audit),
                            List.of(new OutboxEvent(caller.service(), OutboxEvent.RESPONSE_SAVED, q.id())));
                }));
    }
}
