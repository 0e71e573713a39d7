// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;

/** One line of the case list. */
public record CaseRow(
        CaseId id,
        CaseNumber number,
        String state,
        LocalDate caseDate,
        OptionalInt age,
        Optional<String> sex,
        Optional<String> municipality,
        List<String> suspicion,
        Optional<NextDue> nextDue,
        Instant changed) {
    /** The line as somebody sees it who is not shown the fields. The day of a case has no rule: it is required. */
    CaseRow without(Set<FieldId> fields) {
        return new CaseRow(
                id,
                number,
                state,
                caseDate,
                fields.contains(CoreField.AGE) ? OptionalInt.empty() : age,
                fields.contains(CoreField.SEX) ? Optional.empty() : sex,
                fields.contains(CoreField.MUNICIPALITY) ? Optional.empty() : municipality,
                fields.contains(CoreField.SUSPICION) ? List.of() : suspicion,
                nextDue,
                changed);
    }
}
