// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.Locale;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SharingService;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.SharingMatrix;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells everybody who signs in what the agencies share. It holds rules and no case. */
@Component(service = SharingService.class)
public final class Sharing implements SharingService {
    private final AccessGate access;
    private final SchemaGate schemas;
    private final TimeSource time;

    @Activate
    public Sharing(@Reference AccessGate access, @Reference SchemaGate schemas, @Reference TimeSource time) {
        this.access = access;
        this.schemas = schemas;
        this.time = time;
    }

    @Override
    public Outcome<SharingMatrix> matrix(Session session) {
        return access.admit(session, Permission.SCHEMA_READ).then(purpose -> {
            String country = session.actor().country();
            Optional<SchemaSnapshot> law = schemas.newest(country);
            return law.map(s -> Outcome.done(new SharingMatrix(s, time.now(), SharingRows.of(s))))
                    .orElseGet(() -> Outcome.refused(Problem.at(ErrorCode.NO_COUNTRY_PACK, "", "country", country)));
        });
    }

    @Override
    public Outcome<String> csv(Session session, Locale language) {
        return matrix(session).map(matrix -> SharingCsv.of(matrix, language));
    }
}
