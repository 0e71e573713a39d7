// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.country.se.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.rule.Citation;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.spi.rule.LegalRule;
import org.osgi.service.component.annotations.Component;

/**
 * An alleged offender may be heard on the same day as the child, but never in the children's house: the child must not meet
 * him there, and the house must stay a safe place.
 */
@Component
public final class SuspectNotInHouse implements LegalRule {
    private static final String SUSPECT_INTERVIEW = "suspect_interview";
    private static final FieldId LOCATION = FieldId.of("location");
    private static final String IN_THE_HOUSE = "barnahus";

    private static final Citation PRACTICE = new Citation(
            "Barnahus Linköping: the suspect is heard the same day as the child but never at Barnahus",
            Optional.of("https://barnahuslinkoping.se"),
            true);

    @Override
    public String id() {
        return "se.suspect_not_in_house";
    }

    @Override
    public String country() {
        return "SE";
    }

    @Override
    public List<Verdict> evaluate(CaseHistory history, LocalDate asOf) {
        return history.entries(SUSPECT_INTERVIEW).stream()
                .filter(e ->
                        e.values().code(LOCATION).filter(IN_THE_HOUSE::equals).isPresent())
                .map(this::forbidden)
                .toList();
    }

    private Verdict forbidden(TimelineEntry interview) {
        return new Verdict(
                id(),
                Verdict.State.FORBIDDEN,
                Optional.of(interview.date()),
                Optional.empty(),
                Optional.empty(),
                false,
                PRACTICE);
    }
}
