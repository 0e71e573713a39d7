// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.query.JsonSchemaKind;
import org.openbarnahus.rest.api.internal.ProblemException;
import org.openbarnahus.rest.api.internal.schema.BodyCheck;
import org.openbarnahus.rest.api.internal.schema.Pointers;
import org.openbarnahus.rest.api.internal.schema.Snapshots;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tools.jackson.databind.JsonNode;

/** What the case resources share: the services, present or told to be missing, and the checks of a body. */
@Component(service = CaseServices.class)
public class CaseServices {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable CaseService cases;

    private final SchemaService schemas;
    private final BodyCheck check;

    @Activate
    public CaseServices(@Reference SchemaService schemas, @Reference BodyCheck check) {
        this.schemas = schemas;
        this.check = check;
    }

    /** The service, or a refusal: while no national plugin is active, there is none. */
    CaseService cases(Session session) {
        CaseService current = cases;
        if (current == null) {
            throw new ProblemException(Problem.at(
                    ErrorCode.NO_COUNTRY_PACK, "", "country", session.actor().country()));
        }
        return current;
    }

    SchemaSnapshot schema(Session session) {
        return Snapshots.current(schemas, session);
    }

    void requireCase(Session session, SchemaSnapshot schema, JsonNode body, Kept kept) {
        JsonNode bare = BodyFields.bare(body, CaseJson.CASE_OWN);
        refuse(kept.without(check.problems(session, schema.id(), JsonSchemaKind.CASE, bare), bare), "");
    }

    /** Leaves type and date in, which the published schema of an entry asks for. */
    void requireEntry(Session session, SchemaSnapshot schema, JsonNode body, String path, Kept kept) {
        var own = new TreeSet<>(CaseJson.ENTRY_OWN);
        own.removeAll(Set.of("type", "date"));
        JsonNode bare = BodyFields.bare(body, own);
        refuse(kept.without(check.problems(session, schema.id(), JsonSchemaKind.TIMELINE_ENTRY, bare), bare), path);
    }

    private static void refuse(List<Problem> problems, String path) {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems.stream()
                    .map(p -> new Problem(p.code(), path + p.path(), p.arguments()))
                    .toList());
        }
    }

    /** The value of an outcome; a refusal names places of the body instead of field ids. */
    static <T> T done(Outcome<T> outcome, Scope scope) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused -> throw new ProblemException(Pointers.inBody(refused.problems(), scope));
        };
    }
}
