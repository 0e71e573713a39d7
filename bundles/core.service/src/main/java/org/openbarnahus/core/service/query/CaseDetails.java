// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.List;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.rule.Verdict;

/**
 * A case as its page shows it: timeline oldest first without removed entries, verdicts of today. What its reader is not shown
 * is taken out of the values.
 *
 * @param fields what the reader is not shown of it, for forms
 */
public record CaseDetails(CaseFile file, List<TimelineEntry> timeline, List<Verdict> verdicts, FieldReach fields) {
    public CaseDetails {
        timeline = List.copyOf(timeline);
        verdicts = List.copyOf(verdicts);
    }
}
