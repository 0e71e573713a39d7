// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.ChangeCase;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.query.CaseDetails;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.rest.api.Body;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cases of the caller's house. */
@Component
@Path("/cases")
@Produces("application/json")
@Consumes("application/json")
public class CasesResource implements RestResource {
    private final CaseServices services;

    @Activate
    public CasesResource(@Reference CaseServices services) {
        this.services = services;
    }

    /** Rows of a page; {@code next} is the cursor of the following one. */
    @GET
    public JsonNode list(@Context HttpServletRequest request) {
        Session session = Requests.session(request);
        CaseQuery query = CaseQueries.of(request);
        CasePage page = Requests.done(services.cases(session).list(session, query));
        ObjectNode body = Json.object().put("total", page.total());
        ArrayNode rows = body.putArray("cases");
        page.rows().forEach(r -> rows.add(CaseJson.of(r)));
        CaseJson.hidden(page.hidden(), body);
        int end = query.offset() + page.rows().size();
        if (end < page.total() && !page.rows().isEmpty()) {
            body.put("next", CaseQueries.cursor(end));
        }
        return body;
    }

    /** A new case; {@code timeline} may hold its first entries, which are then saved with it or not at all. */
    @POST
    public Response open(@Context HttpServletRequest request, @Body(bySchema = true) JsonNode body) {
        Session session = Requests.session(request);
        var key = Requests.key(request, body);
        SchemaSnapshot schema = services.schema(session);
        services.requireCase(session, schema, body, Kept.NOTHING);
        OpenCase command = new OpenCase(
                new BodyFields(schema, Scope.CASE).read(body, CaseJson.CASE_OWN), entries(session, schema, body));
        CaseFile file = CaseServices.done(services.cases(session).open(session, command, key), Scope.CASE);
        return answer(Response.created(URI.create("cases/" + file.id())), file, session);
    }

    @GET
    @Path("{id}")
    public Response find(@Context HttpServletRequest request, @PathParam("id") String id) {
        Session session = Requests.session(request);
        CaseDetails details = Requests.done(services.cases(session).find(session, Requests.id(id, CaseId::of)));
        return answer(Response.ok(), details.file(), session);
    }

    /** Replaces the fields; one that is left out is cleared. */
    @PUT
    @Path("{id}")
    public Response replace(
            @Context HttpServletRequest request, @PathParam("id") String id, @Body(bySchema = true) JsonNode body) {
        Session session = Requests.session(request);
        long version = Requests.expectedVersion(request);
        SchemaSnapshot schema = services.schema(session);
        CaseFile stored = Requests.done(services.cases(session).find(session, Requests.id(id, CaseId::of)))
                .file();
        Kept kept = new Kept(schema, Scope.CASE, stored.values());
        JsonNode asked = kept.living(body);
        services.requireCase(session, schema, asked, kept);
        var changes = new BodyFields(schema, Scope.CASE)
                .replacing(asked, CaseJson.CASE_OWN, stored.values().hidden());
        return change(request, session, new ChangeCase(stored.id(), version, changes), body);
    }

    /** Changes the fields named (RFC 7396): null clears. */
    @PATCH
    @Path("{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    public Response patch(
            @Context HttpServletRequest request, @PathParam("id") String id, @Body(bySchema = true) JsonNode body) {
        Session session = Requests.session(request);
        long version = Requests.expectedVersion(request);
        Map<FieldId, Optional<FieldValue>> changes =
                new BodyFields(services.schema(session), Scope.CASE).changes(body, CaseJson.CASE_OWN);
        return change(request, session, new ChangeCase(Requests.id(id, CaseId::of), version, changes), body);
    }

    private Response change(HttpServletRequest request, Session session, ChangeCase command, JsonNode body) {
        CaseFile file = CaseServices.done(
                services.cases(session).change(session, command, Requests.optionalKey(request, body)), Scope.CASE);
        return answer(Response.ok(), file, session);
    }

    private List<NewEntry> entries(Session session, SchemaSnapshot schema, JsonNode body) {
        List<NewEntry> entries = new ArrayList<>();
        int index = 0;
        for (JsonNode entry : body.path("timeline")) {
            services.requireEntry(session, schema, entry, "/timeline/" + index++, Kept.NOTHING);
            entries.add(EntryBodies.read(schema, entry));
        }
        return entries;
    }

    private static Response answer(Response.ResponseBuilder response, CaseFile file, Session session) {
        return response.header("ETag", Requests.etag(file.version()))
                .entity(CaseJson.of(file, session.actor().serviceCode()))
                .build();
    }
}
