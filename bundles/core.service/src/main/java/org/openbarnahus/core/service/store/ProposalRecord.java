// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;

/**
 * A case that is kept for longer than a rule says.
 *
 * @param ruleId the rule that decided
 * @param until last day on which the case was to be kept
 * @param closed absent when the case was taken up again since it was proposed
 */
public record ProposalRecord(
        ServiceId service,
        CaseId caseId,
        CaseNumber number,
        String ruleId,
        LocalDate until,
        Instant proposed,
        Optional<LocalDate> closed) {}
