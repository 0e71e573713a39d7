// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.WriteUnit;

/** Gate 6. Writes the case and its entries; a new case gets its number here, so that a refused one takes none. */
record StoreStep() implements Gate {
    @Override
    public Outcome<Save> pass(Save save) {
        WriteUnit unit = save.unit().orElseThrow(() -> new IllegalStateException("a save is kept in a transaction"));
        Draft draft = save.draft();
        if (draft.before().isEmpty()) {
            int year = draft.file()
                    .values()
                    .date(CoreField.CASE_DATE)
                    .orElse(save.caller().today())
                    .getYear();
            draft = draft.numbered(unit.nextNumber(save.caller().actor().serviceCode(), year));
            unit.insert(draft.file());
            unit.insert(recorder(draft.file(), save.caller()));
        } else {
            unit.update(draft.file());
        }
        for (Touched entry : draft.entries()) {
            if (entry.before().isEmpty()) {
                unit.insert(entry.after());
            } else {
                unit.update(entry.after());
            }
        }
        return Outcome.done(save.with(draft));
    }

    /** Whoever opens a case works with it. */
    private static CaseMember recorder(CaseFile file, Caller caller) {
        return CaseMember.granted(file.id(), caller.actor().user(), caller.stamp(), Optional.empty());
    }
}
