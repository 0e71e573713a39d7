// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.time.LocalDate;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.rule.RetentionRule;

/**
 * A closed case that the law does not let the house keep any longer, as far as the packs know.
 *
 * @param rule the one that kept it longest
 * @param until last day on which it was to be kept
 * @param held whether a legal hold is on it
 */
public record RetentionProposal(
        CaseId caseId,
        CaseNumber number,
        RetentionRule rule,
        LocalDate closed,
        LocalDate until,
        Instant proposed,
        boolean held) {}
