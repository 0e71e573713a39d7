// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.rules.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.rule.DeadlineEvaluator;
import org.openbarnahus.core.model.rule.RuleDefinition;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.spi.rule.LegalRule;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the rules of the snapshot and those in Java. A rule in Java whose id is taken, by data or by an earlier service, is not
 * asked: bundle start order must not decide the law. One that throws gives no verdict and is reported by {@link #failing}.
 */
@Component
public final class NationalRules implements RuleGate {
    private static final Logger LOG = LoggerFactory.getLogger(NationalRules.class);

    /** What forbids a save first, then what is still to be done by its due day, then what is settled. */
    private static final Comparator<Verdict> MOST_URGENT_FIRST = Comparator.comparingInt(NationalRules::rank)
            .thenComparing(v -> v.due().orElse(LocalDate.MAX))
            .thenComparing(Verdict::ruleId);

    private final List<LegalRule> javaRules = new CopyOnWriteArrayList<>();
    private final Set<String> failing = new ConcurrentSkipListSet<>();
    private final Set<String> refused = new ConcurrentSkipListSet<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(LegalRule rule) {
        javaRules.add(rule);
    }

    void remove(LegalRule rule) {
        javaRules.remove(rule);
        failing.remove(rule.id());
        refused.remove(rule.id());
    }

    @Override
    public List<Verdict> evaluate(SchemaSnapshot snapshot, CaseHistory history, LocalDate asOf) {
        List<Verdict> verdicts = new ArrayList<>();
        for (RuleDefinition rule : snapshot.rules()) {
            DeadlineEvaluator.evaluate(rule, history, asOf).ifPresent(verdicts::add);
        }
        for (LegalRule rule : ofCountry(snapshot)) {
            verdicts.addAll(ask(rule, history, asOf));
        }
        verdicts.sort(MOST_URGENT_FIRST);
        return List.copyOf(verdicts);
    }

    @Override
    public Set<String> failing() {
        Set<String> ids = new TreeSet<>(failing);
        ids.addAll(refused);
        return ids;
    }

    private Collection<LegalRule> ofCountry(SchemaSnapshot snapshot) {
        Set<String> taken = snapshot.rules().stream().map(RuleDefinition::id).collect(Collectors.toSet());
        Map<String, LegalRule> byId = new LinkedHashMap<>();
        for (LegalRule rule : javaRules) {
            if (!rule.country().equals(snapshot.country())) {
                continue;
            }
            boolean free = !taken.contains(rule.id()) && byId.putIfAbsent(rule.id(), rule) == null;
            if (!free && refused.add(rule.id())) {
                LOG.error("legal rule {} is refused: its id exists already", rule.id());
            }
        }
        return byId.values();
    }

    private List<Verdict> ask(LegalRule rule, CaseHistory history, LocalDate asOf) {
        try {
            List<Verdict> verdicts = List.copyOf(rule.evaluate(history, asOf));
            failing.remove(rule.id());
            return verdicts;
        } catch (RuntimeException | LinkageError e) {
            // the exception's message may quote the case: its type alone is logged
            if (failing.add(rule.id())) {
                LOG.error(
                        "legal rule {} failed with {} and gives no verdicts until it is mended",
                        rule.id(),
                        e.getClass().getName());
            }
            return List.of();
        }
    }

    private static int rank(Verdict verdict) {
        return switch (verdict.state()) {
            case FORBIDDEN -> 0;
            case OVERDUE, RUNNING -> 1;
            case MET, MET_LATE -> 2;
        };
    }
}
