// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.engine.casework.fake.House;

public class SaveGatesTest {
    private final House house = new House();

    /** Wrong for every gate at once: which reason comes back tells which gate was asked first. */
    private final NewEntry wrongForAll = House.entry(
            "closure",
            1,
            Map.of(
                    "closure_reason", new FieldValue.CodeValue("no_such_reason"),
                    "note", new FieldValue.TextValue("call 0123456789")));

    @Test
    public void aSaveIsAskedInTheOrderOfTheEightGates() {
        house.cases.open(House.coordinator(), House.referredCase(), RequestKey.fresh());

        assertEquals(
                List.of(
                        "permission",
                        "access",
                        "schema",
                        "privacy",
                        "rules",
                        "number",
                        "insert case",
                        "insert member",
                        "remember request",
                        "audit",
                        "event"),
                house.journal);
    }

    @Test
    public void anEntryIsWrittenUnderTheLockOfItsCase() {
        CaseFile file = opened(House.openCase());
        house.journal.clear();

        house.cases.record(House.coordinator(), new RecordEntry(file.id(), House.interview(3)), RequestKey.fresh());

        assertEquals(
                List.of(
                        "permission",
                        "lock",
                        "access",
                        "schema",
                        "privacy",
                        "rules",
                        "update case",
                        "insert entry",
                        "remember request",
                        "audit",
                        "event"),
                house.journal);
    }

    @Test
    public void eachGateRefusesBeforeTheNextIsAskedAndNothingIsWritten() {
        CaseFile file = opened(new OpenCase(prosecuted(), List.of(House.accepted(20), House.closure(9))));
        house.gates.verdicts = (history, day) -> history.timeline().size() < 3
                ? List.of()
                : List.of(House.verdict("se.never", Verdict.State.FORBIDDEN, Optional.empty()));
        int rows = house.rows();

        house.gates.denyRole = Optional.of("role");
        assertEquals(ErrorCode.DENIED, refusal(file, wrongForAll));
        house.gates.denyRole = Optional.of("session");
        assertEquals(ErrorCode.SIGNED_OUT, refusal(file, wrongForAll));
        house.gates.denyRole = Optional.empty();

        house.gates.denyObject = Optional.of("role");
        assertEquals(ErrorCode.DENIED, refusal(file, wrongForAll));
        house.gates.denyObject = Optional.empty();

        assertEquals(ErrorCode.UNKNOWN_CODE, refusal(file, wrongForAll));

        NewEntry rightForSchema = House.entry(
                "closure",
                1,
                Map.of(
                        "closure_reason", new FieldValue.CodeValue("completed"),
                        "note", new FieldValue.TextValue("call 0123456789")));
        assertEquals(ErrorCode.IDENTIFIER_IN_TEXT, refusal(file, rightForSchema));
        assertEquals(ErrorCode.RULE_FORBIDS, refusal(file, House.closure(1)));
        house.gates.verdicts = (history, day) -> List.of();
        assertEquals(ErrorCode.ALREADY_CLOSED, refusal(file, House.closure(1)));

        assertEquals(rows, house.rows());
    }

    @Test
    public void aRefusalIsWrittenIntoTheAuditTrailByItsCodeOnly() {
        CaseFile file = opened(House.openCase());

        refusal(file, House.note("call 0123456789"));

        AuditEntry entry = house.site.audit.getLast();
        assertEquals(AuditEntry.Result.REFUSED, entry.result());
        assertEquals("IDENTIFIER_IN_TEXT", entry.detail());
        assertTrue(!entry.toString().contains("0123456789"));
    }

    @Test
    public void aRefusedCaseTakesNoNumber() {
        house.cases.open(
                House.coordinator(),
                new OpenCase(House.values().without(Set.of(CoreField.SEX)), List.of()),
                RequestKey.fresh());

        assertEquals("SE-LKP-2026-0001", opened(House.referredCase()).number().value());
    }

    @Test
    public void withoutTheCountrysPackNothingIsSaved() {
        house.gates.law = Optional.empty();

        Outcome<CaseFile> outcome = house.cases.open(House.coordinator(), House.referredCase(), RequestKey.fresh());

        assertEquals(List.of(Problem.at(ErrorCode.NO_COUNTRY_PACK, "", "country", "SE")), problems(outcome));
        assertEquals(0, house.rows());
    }

    private static FieldValues prosecuted() {
        return House.values().with(CoreField.PROSECUTION, new FieldValue.CodeValue("no"));
    }

    private CaseFile opened(OpenCase command) {
        return house.cases
                .open(House.coordinator(), command, RequestKey.fresh())
                .orElseThrow();
    }

    private ErrorCode refusal(CaseFile file, NewEntry entry) {
        return problems(house.cases.record(House.coordinator(), new RecordEntry(file.id(), entry), RequestKey.fresh()))
                .getFirst()
                .code();
    }

    static List<Problem> problems(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.problems() : List.of();
    }
}
