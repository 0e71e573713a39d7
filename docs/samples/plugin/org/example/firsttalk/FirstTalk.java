// SPDX-License-Identifier: Apache-2.0
package org.example.firsttalk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.rule.Citation;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.spi.rule.LegalRule;

/** A local agreement: a talk with somebody of crisis support within seven days after the report. */
public final class FirstTalk implements LegalRule {
    private static final Citation AGREEMENT = new Citation("Local agreement, section 4", Optional.empty(), false);

    @Override
    public String id() {
        return "example.first_talk";
    }

    @Override
    public String country() {
        return "SE";
    }

    @Override
    public List<Verdict> evaluate(CaseHistory history, LocalDate asOf) {
        return history.epochDay(new FieldId("report_date")).stream()
                .mapToObj(LocalDate::ofEpochDay)
                .map(reported -> verdict(history, reported, asOf))
                .toList();
    }

    private Verdict verdict(CaseHistory history, LocalDate reported, LocalDate asOf) {
        LocalDate due = reported.plusDays(7);
        Optional<LocalDate> held =
                history.entries("crisis_support").stream().map(TimelineEntry::date).findFirst();
        Verdict.State state = held.map(day -> day.isAfter(due) ? Verdict.State.MET_LATE : Verdict.State.MET)
                .orElse(asOf.isAfter(due) ? Verdict.State.OVERDUE : Verdict.State.RUNNING);
        return new Verdict(id(), state, Optional.of(reported), Optional.of(due), held, false, AGREEMENT);
    }
}
