// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.golden;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.openbarnahus.engine.schema.internal.pack.PackText;

public class GoldenRunTest {
    private static final String CASE = """
            cases:
              - name: an example
                as_of: 2026-02-01
                case: {case_date: 2026-01-10, initiated_by: police, child_role: victim, age: 9, sex: female,
                       municipality: "0001", suspicion: [rape], online_element: none, report_date: 2026-01-10}
                timeline: %s
                expect: %s
            """;

    @Test
    public void aRightExamplePasses() {
        assertEquals("", run("[]", "{accepted: true, verdicts: [{rule: xx.r, state: OVERDUE, due: 2026-01-24}]}"));
        assertEquals(
                "",
                run(
                        "[{type: forensic_interview, date: 2026-01-20}]",
                        "{accepted: true, verdicts: [{rule: xx.r, state: MET, met_on: 2026-01-20, extended: false}]}"));
    }

    @Test
    public void aWrongStateOrDayIsNamedWhereItStands() {
        String wrong = run("[]", "{accepted: true, verdicts: [{rule: xx.r, state: MET}]}");
        assertTrue(
                wrong,
                wrong.startsWith("golden/g.yaml:7:61: case 'an example': state MET was expected, found OVERDUE"));
        assertTrue(run("[]", "{accepted: true, verdicts: [{rule: xx.r, state: OVERDUE, due: 2026-01-25}]}")
                .contains("due 2026-01-25 was expected, found 2026-01-24"));
    }

    @Test
    public void aVerdictTooManyOrTooFewIsNamed() {
        assertTrue(run("[]", "{accepted: true, verdicts: []}").contains("rule xx.r speaks unexpectedly"));
        assertTrue(run("[]", "{accepted: true, verdicts: [{rule: xx.r}, {rule: xx.other}]}")
                .contains("the rule says nothing"));
    }

    @Test
    public void acceptanceAndProblemsAreCompared() {
        assertTrue(run("[]", "{accepted: false}").contains("was accepted"));
        assertTrue(run("[{type: party, date: 2026-01-11}]", "{accepted: true}")
                .contains("was refused: UNKNOWN_ACTIVITY at type"));
        assertEquals(
                "",
                run(
                        "[{type: closure, date: 2026-01-11}]",
                        "{accepted: false, problems: [{code: REQUIRED, path: closure_reason}]}"));
        assertTrue(
                run("[{type: closure, date: 2026-01-11}]", "{accepted: false, problems: [{code: TOO_LONG, path: age}]}")
                        .contains("TOO_LONG was expected, found: REQUIRED at closure_reason"));
    }

    @Test
    public void aClosedCaseRefusesAnInterviewAndAsksForMore() {
        String timeline = "[{type: closure, date: 2026-01-11, values: {closure_reason: completed}},"
                + " {type: forensic_interview, date: 2026-01-12}]";
        String expected =
                "{accepted: false, problems: [{code: CASE_CLOSED}, {code: REQUIRED_BEFORE_CLOSURE, path: suspects}]}";
        assertEquals("", run(timeline, expected));
    }

    @Test
    public void valuesThatDoNotFitAreProblemsOfTheCase() {
        assertEquals(
                "",
                run(
                        "[{type: review_meeting, date: 2026-01-11, values: {review.next: soon, no_such: 1}}]",
                        "{accepted: false, problems: [{code: WRONG_TYPE, path: review.next}, {code: UNKNOWN_FIELD, path: no_such}]}"));
    }

    private static String run(String timeline, String expect) {
        PackText pack = PackText.aCountry()
                .with("golden/g.yaml", CASE.formatted(timeline, expect))
                .with("rules/r.yaml", """
                        rules:
                          - id: xx.r
                            kind: deadline
                            from: {field: report_date}
                            to: {event: forensic_interview}
                            within: {days: 14}
                            citation: {text: A law, verified: false}
                        """)
                .replace("i18n/en.properties", "pack.xx", "rule.xx.r=Rule\npack.xx");
        return PackText.text(PackCheck.check(pack.from("folder:xx"), List.of(PackText.realFiles("core")))
                .problems());
    }
}
