// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.schema;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.query.JsonSchemaKind;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.ProblemException;
import org.openbarnahus.rest.api.internal.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The composed schema as JSON Schema 2020-12: what is accepted now, and what was under an earlier snapshot. */
@Component
@Path("/schemas")
public class SchemasResource implements RestResource {
    static final String TYPE = "application/schema+json";
    private final SchemaService schemas;

    @Activate
    public SchemasResource(@Reference SchemaService schemas) {
        this.schemas = schemas;
    }

    /** {@code kind} is case or timeline. */
    @GET
    @Path("current")
    @Produces({TYPE, "application/json"})
    public Response current(
            @Context HttpServletRequest request, @QueryParam("kind") @DefaultValue("case") String kind) {
        Session session = Requests.session(request);
        SchemaSnapshot schema = Snapshots.current(schemas, session);
        return answer(request, session, schema.id(), kind);
    }

    @GET
    @Path("{snapshot}")
    @Produces({TYPE, "application/json"})
    public Response snapshot(
            @Context HttpServletRequest request,
            @PathParam("snapshot") String snapshot,
            @QueryParam("kind") @DefaultValue("case") String kind) {
        return answer(request, Requests.session(request), Requests.id(snapshot, SnapshotId::new), kind);
    }

    private Response answer(HttpServletRequest request, Session session, SnapshotId id, String kind) {
        Requests.onlyParameters(request, Set.of("kind"));
        String json = schemas.jsonSchema(session, id, kind(kind))
                .orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.NOT_FOUND)));
        return Response.ok(json, TYPE).header("X-Schema-Snapshot", id.value()).build();
    }

    private static JsonSchemaKind kind(String kind) {
        return switch (kind) {
            case "case" -> JsonSchemaKind.CASE;
            case "timeline" -> JsonSchemaKind.TIMELINE_ENTRY;
            default -> throw new ProblemException(Problem.at(ErrorCode.UNKNOWN_CODE, "kind"));
        };
    }
}
