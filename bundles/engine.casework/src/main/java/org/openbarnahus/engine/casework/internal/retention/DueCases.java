// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.rule.Retention;
import org.openbarnahus.core.model.rule.RetentionRule;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.ProposalRecord;
import org.openbarnahus.core.service.store.RetentionStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;

/** Finds the cases that are kept for longer than the law says, and proposes them; takes back what is not due any more. */
record DueCases(SchemaGate schema, TenantStore cases, RetentionStore store, SiteStore site, ServiceClock clock) {
    private static final int AT_ONCE = 200;

    void all() {
        site.services().forEach(this::of);
    }

    /** While the law of a country is not there, nothing is proposed and nothing taken back. */
    void of(BarnahusRecord house) {
        schema.newest(house.country()).ifPresent(law -> look(house, law));
    }

    private void look(BarnahusRecord house, SchemaSnapshot law) {
        Instant now = clock.now();
        Map<CaseId, ProposalRecord> due = due(house, law);
        Map<CaseId, ProposalRecord> before = store.proposals(house.id()).stream()
                .collect(Collectors.toMap(ProposalRecord::caseId, Function.identity()));
        before.values().stream()
                .filter(old -> !same(old, due.get(old.caseId())))
                .forEach(old -> store.withdraw(old, Words.withdrawn(old, now)));
        due.values().stream()
                .filter(fresh -> !same(fresh, before.get(fresh.caseId())))
                .forEach(fresh -> store.propose(fresh, Words.proposed(fresh, now)));
    }

    private static boolean same(ProposalRecord one, @Nullable ProposalRecord other) {
        return other != null
                && one.ruleId().equals(other.ruleId())
                && one.until().equals(other.until());
    }

    private Map<CaseId, ProposalRecord> due(BarnahusRecord house, SchemaSnapshot law) {
        LocalDate today = clock.today(house.id());
        List<RetentionRule> rules =
                law.retention().stream().filter(rule -> rule.validOn(today)).toList();
        Map<CaseId, ProposalRecord> due = new HashMap<>();
        if (rules.isEmpty()) {
            return due;
        }
        List<CaseId> closed = store.closedUntil(house.id(), today.minusMonths(shortest(rules)));
        for (int from = 0; from < closed.size(); from += AT_ONCE) {
            List<CaseId> some = closed.subList(from, Math.min(closed.size(), from + AT_ONCE));
            for (CaseHistory history : cases.read(house.id(), unit -> unit.histories(some))) {
                Retention.of(rules, history, today)
                        .filter(kept -> kept.over(today))
                        .flatMap(kept -> proposal(history.file(), kept))
                        .ifPresent(proposal -> due.put(proposal.caseId(), proposal));
            }
        }
        return due;
    }

    /** So long every closed case is kept: what was closed later need not be read. */
    private static int shortest(List<RetentionRule> rules) {
        return rules.stream()
                .filter(rule -> rule.start() == RetentionRule.Start.CLOSED
                        && rule.when().equals(Condition.ALWAYS))
                .mapToInt(RetentionRule::months)
                .max()
                .orElse(0);
    }

    private Optional<ProposalRecord> proposal(CaseFile file, Retention kept) {
        return file.state() instanceof CaseState.Closed closed
                ? Optional.of(new ProposalRecord(
                        file.service(),
                        file.id(),
                        file.number(),
                        kept.rule().id(),
                        kept.until(),
                        clock.now(),
                        Optional.of(closed.on())))
                : Optional.empty();
    }
}
