// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.rules.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.condition.Moment;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.rule.Citation;
import org.openbarnahus.core.model.rule.RuleDefinition;
import org.openbarnahus.core.model.rule.TimeLimit;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.rule.Verdict.State;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.spi.rule.LegalRule;

public final class NationalRulesTest {
    private static final LocalDate REPORTED = LocalDate.of(2026, 3, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final Citation LAW = new Citation("A law, section 1", Optional.empty(), true);

    private final NationalRules rules = new NationalRules();

    @Test
    public void theMostUrgentVerdictComesFirst() {
        rules.add(javaRule("se.b", "SE", () -> List.of(verdict("se.b", State.FORBIDDEN, null))));
        SchemaSnapshot snapshot = snapshot("SE", limit("se.months", 60), limit("se.week", 7), limit("se.weeks", 21));

        List<String> ids = rules.evaluate(snapshot, history(), TODAY).stream()
                .map(Verdict::ruleId)
                .toList();

        assertEquals(List.of("se.b", "se.week", "se.weeks", "se.months"), ids);
    }

    @Test
    public void whatIsSettledComesAfterWhatIsStillToBeDone() {
        rules.add(javaRule("se.done", "SE", () -> List.of(verdict("se.done", State.MET, REPORTED))));

        List<State> states = rules.evaluate(snapshot("SE", limit("se.week", 7)), history(), TODAY).stream()
                .map(Verdict::state)
                .toList();

        assertEquals(List.of(State.OVERDUE, State.MET), states);
    }

    @Test
    public void aRuleInJavaIsAskedFromTheMomentItComesUntilItGoes() {
        LegalRule rule = javaRule("se.b", "SE", () -> List.of(verdict("se.b", State.RUNNING, TODAY)));
        assertEquals(0, rules.evaluate(snapshot("SE"), history(), TODAY).size());
        rules.add(rule);
        assertEquals(1, rules.evaluate(snapshot("SE"), history(), TODAY).size());
        rules.remove(rule);
        assertEquals(0, rules.evaluate(snapshot("SE"), history(), TODAY).size());
    }

    @Test
    public void anotherCountrysRuleIsNotAsked() {
        rules.add(javaRule("no.b", "NO", () -> List.of(verdict("no.b", State.FORBIDDEN, null))));
        assertEquals(List.of(), rules.evaluate(snapshot("SE"), history(), TODAY));
    }

    @Test
    public void aRuleThatThrowsIsReportedAndDoesNotSilenceTheOthers() {
        LegalRule broken = javaRule("se.broken", "SE", () -> {
            throw new IllegalStateException("quotes the case");
        });
        rules.add(broken);

        assertEquals(
                1,
                rules.evaluate(snapshot("SE", limit("se.week", 7)), history(), TODAY)
                        .size());
        assertEquals(Set.of("se.broken"), rules.failing());

        rules.remove(broken);
        assertEquals(Set.of(), rules.failing());
    }

    @Test
    public void aRuleThatRecoversIsNoLongerReported() {
        boolean[] broken = {true};
        rules.add(javaRule("se.b", "SE", () -> {
            if (broken[0]) {
                throw new IllegalStateException();
            }
            return List.of();
        }));
        rules.evaluate(snapshot("SE"), history(), TODAY);
        broken[0] = false;
        rules.evaluate(snapshot("SE"), history(), TODAY);
        assertEquals(Set.of(), rules.failing());
    }

    @Test
    public void aTakenIdIsRefusedLoudlyWhoeverHoldsIt() {
        rules.add(javaRule("se.week", "SE", () -> List.of(verdict("se.week", State.FORBIDDEN, null))));
        rules.add(javaRule("se.b", "SE", () -> List.of(verdict("se.b", State.RUNNING, TODAY))));
        rules.add(javaRule("se.b", "SE", () -> List.of(verdict("se.b", State.FORBIDDEN, null))));

        List<Verdict> verdicts = rules.evaluate(snapshot("SE", limit("se.week", 7)), history(), TODAY);

        assertTrue(verdicts.stream().noneMatch(v -> v.state() == State.FORBIDDEN));
        assertEquals(Set.of("se.b", "se.week"), rules.failing());
    }

    private static LegalRule javaRule(String id, String country, Supplier<List<Verdict>> verdicts) {
        return new LegalRule() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String country() {
                return country;
            }

            @Override
            public List<Verdict> evaluate(CaseHistory history, LocalDate asOf) {
                return verdicts.get();
            }
        };
    }

    private static Verdict verdict(String id, State state, @Nullable LocalDate due) {
        return new Verdict(id, state, Optional.empty(), Optional.ofNullable(due), Optional.empty(), false, LAW);
    }

    private static RuleDefinition limit(String id, int days) {
        return new RuleDefinition(
                id,
                "se",
                new Moment.FieldDate(CoreField.REPORT_DATE),
                new Moment.EventDate("forensic_interview", Condition.ALWAYS, false),
                new TimeLimit(days, TimeLimit.Unit.DAYS),
                Condition.ALWAYS,
                Optional.empty(),
                LAW,
                Optional.empty(),
                Optional.empty());
    }

    private static SchemaSnapshot snapshot(String country, RuleDefinition... rules) {
        return new SchemaSnapshot(
                new SnapshotId("s0123456789abcdef"),
                country,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(rules),
                List.of(),
                List.of(),
                new Words(Map.of()));
    }

    private static CaseHistory history() {
        Stamp stamp = new Stamp(Instant.EPOCH, new UserId(new UUID(0, 1)));
        CaseFile file = new CaseFile(
                new CaseId(new UUID(0, 2)),
                CaseNumber.of("SE-LKP", 2026, 1),
                new ServiceId(new UUID(0, 3)),
                new CaseState.Referred(),
                new FieldValues(Map.of(CoreField.REPORT_DATE, new DateValue(REPORTED))),
                new SnapshotId("s0123456789abcdef"),
                1,
                stamp,
                stamp,
                Optional.empty());
        return new CaseHistory(file, List.of());
    }
}
