// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.List;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.rule.Verdict;

/** A case as its page shows it: timeline oldest first without removed entries, verdicts of today. */
public record CaseDetails(CaseFile file, List<TimelineEntry> timeline, List<Verdict> verdicts) {
    public CaseDetails {
        timeline = List.copyOf(timeline);
        verdicts = List.copyOf(verdicts);
    }
}
