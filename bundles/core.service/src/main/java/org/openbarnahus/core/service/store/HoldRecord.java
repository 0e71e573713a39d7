// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;

/**
 * A legal hold as it is stored.
 *
 * @param reason what somebody wrote; encrypted under the key of the case
 * @param lifted absent while it is on
 */
public record HoldRecord(
        UUID id,
        ServiceId service,
        CaseId caseId,
        CaseNumber number,
        String reason,
        Stamp placed,
        LocalDate reviewOn,
        Optional<Stamp> lifted) {}
