// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.osgi.annotation.versioning.ProviderType;

/** Gate 4. What national law says. Implemented by engine.rules. */
@ProviderType
public interface RuleGate {
    /** Verdicts of the data rules of the snapshot and of the country's rules in Java, most urgent first. */
    List<Verdict> evaluate(SchemaSnapshot snapshot, CaseHistory history, LocalDate asOf);

    /**
     * Ids of rules in Java that threw when they were last asked. Their verdicts are missing from {@link #evaluate}: a defect
     * in a plugin does not stop what happened to a child from being written down, but is shown in Plugins until it is mended.
     */
    default Set<String> failing() {
        return Set.of();
    }
}
