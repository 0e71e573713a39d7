// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.ArrayList;
import java.util.List;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.Lifecycle;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;

/**
 * Gate 5. Whether the state of the case allows the entry: the state that the rest of the timeline leads to, so that taking
 * a closure off is possible and taking an interview off a closed case is not.
 */
record ModelCheck() implements Gate {
    @Override
    public Outcome<Save> pass(Save save) {
        List<Problem> problems = new ArrayList<>();
        List<TimelineEntry> timeline =
                new ArrayList<>(save.draft().before().map(b -> b.timeline()).orElse(List.of()));
        for (Touched touched : save.draft().entries()) {
            TimelineEntry entry = touched.after();
            timeline.removeIf(e -> e.id().equals(entry.id()));
            CaseState state = Lifecycle.stateOf(timeline);
            if (Lifecycle.admit(state, entry) instanceof Outcome.Refused<TimelineEntry> refused) {
                refused.problems().forEach(p -> problems.add(SchemaCheck.placed(p, touched.place())));
            }
            timeline.add(entry);
        }
        return problems.isEmpty() ? Outcome.done(save) : Outcome.refused(problems);
    }
}
