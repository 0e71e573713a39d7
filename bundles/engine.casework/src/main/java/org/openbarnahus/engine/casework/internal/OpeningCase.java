// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.util.UUID;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.engine.casework.internal.save.Answer;
import org.openbarnahus.engine.casework.internal.save.Asked;
import org.openbarnahus.engine.casework.internal.save.Fingerprint;
import org.openbarnahus.engine.casework.internal.save.NewCase;
import org.openbarnahus.engine.casework.internal.save.Saving;

/** A new case, with the first entries of its timeline if there are any. */
record OpeningCase(Saving saving) {
    Outcome<CaseFile> open(Session session, OpenCase command, RequestKey key) {
        Saving.Plan plan = (caller, law, unit) -> NewCase.draft(caller, law, command, UUID::randomUUID);
        return saving.save(
                session,
                new Saving.Task(
                        Permission.CASE_CREATE,
                        AuditEntry.Action.CREATE,
                        "",
                        Asked.of(key, fingerprint(command)),
                        plan),
                new Answer.OfCase());
    }

    private static Fingerprint fingerprint(OpenCase command) {
        Fingerprint print = new Fingerprint("open").add(command.values());
        command.timeline().forEach(e -> print.add(e.type()).add(e.date()).add(e.values()));
        return print;
    }
}
