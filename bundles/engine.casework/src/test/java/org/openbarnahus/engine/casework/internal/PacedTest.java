// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.ChangeCase;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.engine.casework.fake.House;

/** Case work asks at every case, every list and every save whether it is time for it. */
public class PacedTest extends Desk {
    private static final CaseQuery ALL = CaseQuery.firstPage(50);

    private void wait(ErrorCode code) {
        house.pace.answer = Optional.of(Problem.of(code));
    }

    private AuditEntry told() {
        return house.site.audit.getLast();
    }

    @Test
    public void whoSavesTooFastIsToldSoAndNothingIsKept() {
        CaseFile file = open(House.openCase());
        int commits = house.store.data(House.LKP).commits;
        house.pace.asked.clear();
        wait(ErrorCode.TOO_FAST);

        assertEquals(ErrorCode.TOO_FAST, code(tryChange(file, Map.of(CoreField.SEX, Optional.of(MALE)))));
        assertEquals(List.of("write"), house.pace.asked);
        assertEquals(commits, house.store.data(House.LKP).commits);
        assertEquals(AuditEntry.Result.REFUSED, told().result());
        assertEquals("TOO_FAST", told().detail());
    }

    @Test
    public void whoReadsOnAndOnIsShownNoMoreAndTheTrailSaysSo() {
        CaseFile file = open(House.openCase());
        house.pace.asked.clear();
        wait(ErrorCode.STEP_UP_REQUIRED);

        assertEquals(ErrorCode.STEP_UP_REQUIRED, code(house.cases.find(House.coordinator(), file.id())));
        assertEquals("reading-on", told().detail());
        assertEquals(AuditEntry.Result.REFUSED, told().result());
        assertEquals(file.id().toString(), told().objectId());
        assertEquals(
                ErrorCode.STEP_UP_REQUIRED, code(house.cases.deadlines(House.coordinator(), file.id(), House.TODAY)));
        assertEquals(ErrorCode.STEP_UP_REQUIRED, code(house.cases.list(House.coordinator(), ALL)));
        assertEquals("reading-on", told().detail());
        assertEquals(List.of("show " + file.id(), "show " + file.id(), "list"), house.pace.asked);
    }

    /** The answer to a change holds the whole case. */
    @Test
    public void whoReadsOnByChangingIsShownNoMoreEither() {
        CaseFile file = open(House.openCase());
        int commits = house.store.data(House.LKP).commits;
        wait(ErrorCode.STEP_UP_REQUIRED);
        house.pace.writes = true;

        assertEquals(ErrorCode.STEP_UP_REQUIRED, code(tryChange(file, Map.of(CoreField.SEX, Optional.of(MALE)))));
        assertEquals(commits, house.store.data(House.LKP).commits);
        assertEquals("STEP_UP_REQUIRED", told().detail());
    }

    /** Whoever reads all cases of a house included: a case that is not one of them says nothing about the limit. */
    @Test
    public void aChangeOfWhatIsNotThereIsNotFoundAndWrittenDownHoweverMuchWasRead() {
        CaseFile file = open(House.openCase());
        house.pace.asked.clear();
        wait(ErrorCode.STEP_UP_REQUIRED);
        house.pace.writes = true;
        Session neighbour = House.neighbour();
        Map<FieldId, Optional<FieldValue>> male = Map.of(CoreField.SEX, Optional.of(MALE));

        assertEquals(
                ErrorCode.NOT_FOUND,
                code(house.cases.change(neighbour, new ChangeCase(file.id(), 1, male), RequestKey.fresh())));
        assertTrue(denied(file.id()));
        CaseId nobodys = new CaseId(new UUID(5, 6));
        assertEquals(
                ErrorCode.NOT_FOUND,
                code(house.cases.record(
                        House.coordinator(), new RecordEntry(nobodys, House.accepted(2)), RequestKey.fresh())));
        assertTrue(denied(nobodys));
        assertEquals("neither is counted", List.of("write", "write"), house.pace.asked);
    }

    private boolean denied(CaseId id) {
        return house.site.audit.stream()
                .filter(entry -> entry.result() == AuditEntry.Result.DENIED)
                .anyMatch(entry ->
                        entry.objectId().equals(id.toString()) && entry.detail().equals("unknown"));
    }

    @Test
    public void whatIsNotForTheReaderIsNeitherCountedNorTold() {
        CaseFile file = open(House.openCase());
        house.pace.asked.clear();
        wait(ErrorCode.STEP_UP_REQUIRED);

        assertEquals(ErrorCode.NOT_FOUND, code(house.cases.find(House.neighbour(), file.id())));
        house.gates.needToKnow = true;
        assertEquals(ErrorCode.NOT_FOUND, code(house.cases.find(House.police(), file.id())));
        assertTrue(house.pace.asked.toString(), house.pace.asked.isEmpty());
    }

    @Test
    public void theRowsThatWereGivenAreCounted() {
        open(House.openCase());
        open(House.openCase());
        house.pace.asked.clear();

        house.cases.list(House.coordinator(), ALL).orElseThrow();

        assertEquals(List.of("list", "listed 2"), house.pace.asked);
    }
}
