// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.country.se.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.Test;
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
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValues;

public final class SuspectNotInHouseTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
    private static final SnapshotId SNAPSHOT = new SnapshotId("s0123456789abcdef");
    private static final Stamp STAMP = new Stamp(Instant.EPOCH, new UserId(new UUID(0, 1)));
    private static final CaseId CASE = new CaseId(new UUID(0, 2));

    private final SuspectNotInHouse rule = new SuspectNotInHouse();

    @Test
    public void aSuspectHeardInTheHouseIsForbiddenWithItsSource() {
        List<Verdict> verdicts = rule.evaluate(history(at("suspect_interview", "barnahus")), DAY);

        assertEquals(1, verdicts.size());
        assertEquals("se.suspect_not_in_house", verdicts.get(0).ruleId());
        assertEquals(Verdict.State.FORBIDDEN, verdicts.get(0).state());
        assertTrue(verdicts.get(0).citation().text().contains("never at Barnahus"));
        assertTrue(verdicts.get(0).citation().verified());
    }

    @Test
    public void aSuspectHeardElsewhereOrNowhereKnownIsNotForbidden() {
        assertEquals(List.of(), rule.evaluate(history(at("suspect_interview", "police_station")), DAY));
        assertEquals(List.of(), rule.evaluate(history(entry("suspect_interview", FieldValues.empty())), DAY));
    }

    @Test
    public void theChildIsHeardInTheHouse() {
        assertEquals(List.of(), rule.evaluate(history(at("forensic_interview", "barnahus")), DAY));
    }

    private static TimelineEntry at(String type, String location) {
        return entry(type, new FieldValues(Map.of(FieldId.of("location"), new CodeValue(location))));
    }

    private static TimelineEntry entry(String type, FieldValues values) {
        return new TimelineEntry(
                new EntryId(new UUID(0, 4)), CASE, type, DAY, values, SNAPSHOT, 1, STAMP, STAMP, false);
    }

    private static CaseHistory history(TimelineEntry entry) {
        CaseFile file = new CaseFile(
                CASE,
                CaseNumber.of("SE-LKP", 2026, 1),
                new ServiceId(new UUID(0, 3)),
                new CaseState.Open(DAY),
                FieldValues.empty(),
                SNAPSHOT,
                1,
                STAMP,
                STAMP,
                Optional.empty());
        return new CaseHistory(file, List.of(entry));
    }
}
