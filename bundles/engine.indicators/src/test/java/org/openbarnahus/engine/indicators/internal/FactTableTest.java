// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.openbarnahus.engine.indicators.internal.Cases.aCase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.condition.EventSubject;
import org.openbarnahus.core.model.condition.Moment;
import org.openbarnahus.core.model.fact.CaseFacts;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;

public final class FactTableTest {
    private static final FieldId SEX = FieldId.of("sex");
    private static final FieldId AGE = FieldId.of("age");
    private static final FieldId REPORT = FieldId.of("report_date");
    private static final FieldId SUSPICION = FieldId.of("suspicion");
    private static final FieldId PROTOCOL = FieldId.of("protocol");

    private final FactTable table = new FactTable();

    private <T> List<T> each(Function<CaseFacts, T> read) {
        List<T> seen = new ArrayList<>();
        table.scan(facts -> seen.add(read.apply(facts)));
        return seen;
    }

    @Test
    public void showsCodesNumbersDaysAndState() {
        table.put(aCase(1).code("sex", "female")
                .codes("suspicion", "physical_other", "psychological")
                .rows("suspects", Map.of("relation", "parent", "sex", "male"))
                .number("age", 9)
                .date("report_date", "2026-03-02")
                .closed("2026-05-01")
                .build());

        assertEquals(List.of("closed"), each(CaseFacts::state));
        assertEquals(List.of(List.of("physical_other", "psychological")), each(f -> f.codes(SUSPICION)));
        assertEquals(List.of(true), each(f -> f.anyCode(FieldId.of("suspects"), Set.of("male"))));
        assertEquals(List.of(false), each(f -> f.anyCode(SEX, Set.of("male"))));
        assertEquals(List.of(OptionalLong.of(9)), each(f -> f.number(AGE)));
        assertEquals(List.of(OptionalLong.of(LocalDate.of(2026, 3, 2).toEpochDay())), each(f -> f.epochDay(REPORT)));
        assertEquals(List.of(true), each(f -> f.has(AGE) && f.has(SEX) && f.has(REPORT)));
    }

    @Test
    public void freeTextNeverGetsIn() {
        table.put(aCase(1).text("note", "a secret").build());
        assertEquals(List.of(false), each(f -> f.has(FieldId.of("note"))));
        assertEquals(List.of(List.of()), each(f -> f.codes(FieldId.of("note"))));
        assertFalse(each(Object::toString).toString().contains("secret"));
    }

    @Test
    public void eventsComeOldestFirstWithTheirOwnFields() {
        table.put(aCase(1).event("forensic_interview", LocalDate.of(2026, 4, 1), Map.of())
                .event("forensic_interview", LocalDate.of(2026, 3, 1), Map.of(PROTOCOL, new CodeValue("nichd")))
                .build());

        table.scan(facts -> {
            List<? extends EventSubject> events = facts.events("forensic_interview");
            assertEquals(2, events.size());
            assertEquals(LocalDate.of(2026, 3, 1).toEpochDay(), events.get(0).epochDay());
            assertTrue(events.get(0).anyCode(PROTOCOL, Set.of("nichd")));
            assertFalse(events.get(1).has(PROTOCOL));
        });
        assertEquals(List.of(List.of()), each(f -> List.copyOf(f.events("closure"))));
    }

    @Test
    public void aChangedCaseReplacesEverythingKnownOfIt() {
        table.put(aCase(1).code("sex", "female")
                .number("age", 9)
                .event("closure", "2026-03-01")
                .build());
        table.put(aCase(2).code("sex", "male").build());
        table.put(
                aCase(1).code("sex", "unknown").event("referral", "2026-03-02").build());

        assertEquals(2, table.cases());
        assertEquals(List.of(List.of("unknown"), List.of("male")), each(f -> f.codes(SEX)));
        assertEquals(List.of(false, false), each(f -> f.has(AGE)));
        assertEquals(List.of(0, 0), each(f -> f.events("closure").size()));
        assertEquals(List.of(1, 0), each(f -> f.events("referral").size()));
    }

    @Test
    public void placesOfReplacedEventsAreUsedAgain() {
        EventTable events = new EventTable();
        for (int round = 1; round <= 50; round++) {
            CaseHistory history = aCase(1).event(
                            "referral",
                            LocalDate.of(2026, 1, 1).plusDays(round),
                            Map.of(PROTOCOL, new CodeValue("p" + round)))
                    .event("referral", "2026-01-01")
                    .build();
            events.write(0, history.entries("referral"));
            assertEquals(2, events.count());
        }
        assertTrue(events.of(0).get(1).anyCode(PROTOCOL, Set.of("p50")));
        assertFalse(events.of(0).get(0).has(PROTOCOL));
    }

    /** Columns must never change an answer: conditions hold on the facts exactly when they hold on the case itself. */
    @Test
    public void conditionsHoldOnFactsExactlyWhenTheyHoldOnTheCase() {
        Random random = new Random(20260301);
        List<Condition> conditions = conditions();
        List<CaseHistory> latest = new ArrayList<>();
        for (int step = 0; step < 3_000; step++) {
            int number = random.nextInt(400);
            CaseHistory history = randomCase(number, random);
            latest.removeIf(h -> h.file().id().equals(history.file().id()));
            latest.add(history);
            table.put(history);
        }
        for (Condition condition : conditions) {
            AtomicInteger onFacts = new AtomicInteger();
            table.scan(facts -> onFacts.addAndGet(condition.test(facts) ? 1 : 0));
            long onCases = latest.stream().filter(condition::test).count();
            assertEquals(condition.toString(), onCases, onFacts.get());
            assertTrue(condition + " tells cases apart", onCases > 0 && onCases < latest.size());
        }
    }

    private static List<Condition> conditions() {
        Condition nichd = new Condition.FieldIn(PROTOCOL, Set.of("nichd"));
        return List.of(
                new Condition.FieldIn(SEX, Set.of("female", "male")),
                new Condition.FieldPresent(REPORT),
                new Condition.NumberBetween(AGE, 3L, 9L),
                new Condition.Not(new Condition.FieldIn(SUSPICION, Set.of("a", "b"))),
                new Condition.EventExists("forensic_interview", nichd, 1),
                new Condition.EventExists("forensic_interview", Condition.ALWAYS, 2),
                new Condition.DaysBetween(
                        new Moment.FieldDate(REPORT), new Moment.EventDate("forensic_interview", nichd, false), 0, 30));
    }

    private static CaseHistory randomCase(int number, Random random) {
        Cases builder = aCase(number);
        if (random.nextBoolean()) {
            builder.code("sex", List.of("female", "male", "unknown").get(random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            builder.number("age", random.nextInt(18))
                    .date("report_date", LocalDate.ofEpochDay(20_000 + random.nextInt(60)));
        }
        if (random.nextBoolean()) {
            builder.codes("suspicion", random.nextBoolean() ? "a" : "c", random.nextBoolean() ? "b" : "d");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            Map<FieldId, org.openbarnahus.core.model.value.FieldValue> fields =
                    random.nextBoolean() ? Map.of(PROTOCOL, new CodeValue("nichd")) : Map.of();
            builder.event("forensic_interview", LocalDate.ofEpochDay(20_000 + random.nextInt(90)), fields);
        }
        return builder.build();
    }
}
