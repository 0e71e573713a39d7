// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.schema;

import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.rest.api.internal.ProblemException;

/** The schema a request is about. */
public final class Snapshots {
    private Snapshots() {}

    /** The schema in force for the caller, or a refusal that names the country whose plugin is missing. */
    public static SchemaSnapshot current(SchemaService schemas, Session session) {
        return schemas.current(session)
                .orElseThrow(() -> new ProblemException(Problem.at(
                        ErrorCode.NO_COUNTRY_PACK,
                        "",
                        "country",
                        session.actor().country())));
    }
}
