// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.ArrayList;
import java.util.List;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.gate.PrivacyGate;

/** Gate 3. Screens the texts that are new; what is stored already was screened when it was written. */
record PrivacyCheck(PrivacyGate privacy) implements Gate {
    @Override
    public Outcome<Save> pass(Save save) {
        Draft draft = save.draft();
        String country = save.caller().actor().country();
        List<Problem> problems = new ArrayList<>();
        if (draft.caseTouched()) {
            Archive archive = Archive.of(
                    draft.before().map(b -> b.file().values()), draft.file().values());
            problems.addAll(privacy.screen(country, archive.fresh()));
        }
        for (Touched entry : draft.entries()) {
            if (entry.contentChanges()) {
                Archive archive = Archive.of(
                        entry.before().map(TimelineEntry::values), entry.after().values());
                privacy.screen(country, archive.fresh())
                        .forEach(p -> problems.add(SchemaCheck.placed(p, entry.place())));
            }
        }
        return problems.isEmpty() ? Outcome.done(save) : Outcome.refused(problems);
    }
}
