// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.indicator.Tally;
import org.openbarnahus.core.model.rule.RuleDefinition;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.engine.rules.internal.NationalRules;
import org.openbarnahus.engine.schema.internal.pack.PackReader;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;
import org.openbarnahus.sdk.fuzz.Packs;

/**
 * Legal rules and indicators, which is to say conditions, moments and limits: what the packs let pass can be asked of any case,
 * gives the same verdicts twice, and counts no more cases than there are.
 */
public final class RulesFuzz {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final Stamp STAMP = new Stamp(Instant.EPOCH, new UserId(new UUID(0, 1)));
    private static final SnapshotId SNAPSHOT = new SnapshotId("s0123456789abcdef");
    private static final List<CaseHistory> CASES = List.of(
            history(1, Map.of()),
            history(2, Map.of(CoreField.REPORT_DATE, new DateValue(DAY), CoreField.CASE_DATE, new DateValue(DAY))),
            history(
                    3,
                    Map.of(
                            CoreField.CASE_DATE,
                            new DateValue(DAY.minusYears(60)),
                            CoreField.SEX,
                            new CodeValue("female"),
                            CoreField.AGE,
                            new IntegerValue(9),
                            FieldId.of("xx.colour"),
                            new CodeValue("red"))));

    private RulesFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        String folder = input.choice(2) == 0 ? "rules" : "indicators";
        PackReader.read(Packs.country(folder + "/fuzz.yaml", input.rest()))
                .pack()
                .map(pack -> Packs.withCore(pack).snapshots().get("XX"))
                .ifPresent(RulesFuzz::asked);
    }

    private static void asked(SchemaSnapshot snapshot) {
        NationalRules rules = new NationalRules();
        List<String> ids = snapshot.rules().stream().map(RuleDefinition::id).toList();
        FactTable facts = new FactTable();
        for (CaseHistory history : CASES) {
            facts.put(history);
            for (LocalDate asOf : List.of(DAY.minusDays(1), DAY, DAY.plusYears(5))) {
                List<Verdict> verdicts = rules.evaluate(snapshot, history, asOf);
                Claim.same(verdicts, rules.evaluate(snapshot, history, asOf), "the same verdicts again");
                verdicts.forEach(v -> Claim.that(ids.contains(v.ruleId()), "a verdict is of a rule of the pack"));
            }
        }
        Periods periods = Periods.one(DAY.minusYears(70), DAY.plusDays(1));
        snapshot.indicators().forEach(definition -> {
            Tally tally = Count.over(facts, new DeclaredIndicator(definition), periods, Map.of())
                    .getFirst();
            Claim.that(
                    tally.numerator() <= tally.denominator()
                            && tally.denominator() + tally.missing() + tally.excluded() <= CASES.size(),
                    "no more counted than there are cases");
        });
    }

    private static CaseHistory history(
            int number, Map<FieldId, ? extends org.openbarnahus.core.model.value.FieldValue> values) {
        CaseId id = new CaseId(new UUID(1, number));
        CaseFile file = new CaseFile(
                id,
                CaseNumber.of("XX-ONE", 2026, number),
                new ServiceId(new UUID(0, 3)),
                new CaseState.Referred(),
                new FieldValues(Map.copyOf(values)),
                SNAPSHOT,
                1,
                STAMP,
                STAMP,
                Optional.empty());
        return new CaseHistory(
                file,
                number == 1
                        ? List.of()
                        : List.of(entry(id, "forensic_interview", DAY), entry(id, "closure", DAY.plusDays(40))));
    }

    private static TimelineEntry entry(CaseId id, String type, LocalDate date) {
        EntryId entry = new EntryId(new UUID(2, date.toEpochDay()));
        return new TimelineEntry(entry, id, type, date, FieldValues.empty(), SNAPSHOT, 1, STAMP, STAMP, false);
    }
}
