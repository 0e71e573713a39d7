// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;

/**
 * What keeps a case from being erased.
 *
 * @param reason as it was written
 * @param placedBy user name
 * @param reviewOn day by which somebody says whether it goes on
 * @param due whether that day has come; the hold stays until it is lifted
 * @param lifted absent while it is on
 */
public record LegalHold(
        UUID id,
        CaseId caseId,
        CaseNumber number,
        String reason,
        String placedBy,
        Instant placed,
        LocalDate reviewOn,
        boolean due,
        Optional<Lifted> lifted) {

    /**
     * @param by user name
     */
    public record Lifted(String by, Instant at) {}
}
