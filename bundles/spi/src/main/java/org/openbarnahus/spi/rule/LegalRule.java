// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.spi.rule;

import java.time.LocalDate;
import java.util.List;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.rule.Verdict;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A rule of national law that data cannot express. Register one as an OSGi service; it is asked from then on, without a
 * restart, and no longer once it is gone. Pure: the same history and day give the same verdicts; no clock, no I/O, no state.
 */
@ConsumerType
public interface LegalRule {
    /** Unique, with the owner's prefix: {@code se.suspect_not_in_house}. Label {@code rule.<id>} in the pack's words. */
    String id();

    /** ISO 3166 code of the country whose law this is. */
    String country();

    /**
     * @param history the case as it will be if the save goes through
     * @param asOf the day to judge on
     * @return a verdict per duty found; FORBIDDEN refuses the save; empty when the rule does not concern the case
     */
    List<Verdict> evaluate(CaseHistory history, LocalDate asOf);
}
