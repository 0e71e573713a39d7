// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.List;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.service.store.OutboxEvent;

/** Gate 8. The outbox row, written with the rest and delivered after commit. Carries the id only. */
record PublishStep() implements Gate {
    @Override
    public Outcome<Save> pass(Save save) {
        CaseFile file = save.draft().file();
        return Outcome.done(save.publishing(List.of(new OutboxEvent(
                file.service(), OutboxEvent.CASE_SAVED, file.id().toString()))));
    }
}
