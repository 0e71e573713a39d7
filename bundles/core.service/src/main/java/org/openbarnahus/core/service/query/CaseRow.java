// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;

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
        Instant changed) {}
