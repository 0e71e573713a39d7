// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.Optional;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.FieldGate;
import org.openbarnahus.core.service.gate.SchemaGate;

/** Turns a session into a caller before anything else is touched. Denials are audited by the access gate itself. */
public final class Callers {
    private final AccessGate access;
    private final SchemaGate schema;
    private final ServiceClock clock;

    public Callers(AccessGate access, SchemaGate schema, ServiceClock clock) {
        this.access = access;
        this.schema = schema;
        this.clock = clock;
    }

    public Outcome<Caller> admit(Session session, Permission permission) {
        return access.admit(session, permission)
                .map(purpose -> new Caller(
                        session,
                        permission,
                        purpose,
                        clock.today(session.actor().service()),
                        clock.now()));
    }

    /** What of a case the caller is shown. */
    public Sight sight(Caller caller, FieldGate fields, boolean worksWith) {
        return new Sight(fields, schema, caller, worksWith);
    }

    /** The newest schema of the caller's country; NO_COUNTRY_PACK while there is none: no form without the law. */
    public Outcome<SchemaSnapshot> law(Caller caller) {
        String country = caller.actor().country();
        Optional<SchemaSnapshot> newest = schema.newest(country);
        return newest.map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Problem.at(ErrorCode.NO_COUNTRY_PACK, "", "country", country)));
    }
}
