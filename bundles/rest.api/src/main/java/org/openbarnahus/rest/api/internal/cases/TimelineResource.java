// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.ChangeEntry;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RemoveEntry;
import org.openbarnahus.rest.api.Body;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.ProblemException;
import org.openbarnahus.rest.api.internal.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The timeline of a case. An entry that is taken off it can be put back. */
@Component
@Path("/cases/{id}/timeline")
@Produces("application/json")
@Consumes("application/json")
public class TimelineResource implements RestResource {
    private final CaseServices services;

    @Activate
    public TimelineResource(@Reference CaseServices services) {
        this.services = services;
    }

    @GET
    public JsonNode list(@Context HttpServletRequest request, @PathParam("id") String id) {
        Session session = Requests.session(request);
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("timeline");
        Requests.done(services.cases(session).find(session, caseId(id)))
                .timeline()
                .forEach(e -> list.add(CaseJson.of(e)));
        return body;
    }

    @POST
    public Response record(
            @Context HttpServletRequest request, @PathParam("id") String id, @Body(bySchema = true) JsonNode body) {
        Session session = Requests.session(request);
        var key = Requests.key(request, body);
        SchemaSnapshot schema = services.schema(session);
        services.requireEntry(session, schema, body, "", Kept.NOTHING);
        RecordEntry command = new RecordEntry(caseId(id), EntryBodies.read(schema, body));
        TimelineEntry entry = CaseServices.done(
                services.cases(session).record(session, command, key),
                Scope.activity(command.entry().type()));
        return answer(Response.created(URI.create("cases/" + id + "/timeline/" + entry.id())), entry);
    }

    @GET
    @Path("{entry}")
    public Response find(
            @Context HttpServletRequest request, @PathParam("id") String id, @PathParam("entry") String entry) {
        Session session = Requests.session(request);
        return answer(Response.ok(), find(session, id, entry));
    }

    /** Replaces date and fields; type stays. */
    @PUT
    @Path("{entry}")
    public Response replace(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @PathParam("entry") String entry,
            @Body(bySchema = true) JsonNode body) {
        return change(request, id, entry, body, true);
    }

    @PATCH
    @Path("{entry}")
    @Consumes({"application/json", "application/merge-patch+json"})
    public Response patch(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @PathParam("entry") String entry,
            @Body(bySchema = true) JsonNode body) {
        return change(request, id, entry, body, false);
    }

    @DELETE
    @Path("{entry}")
    public Response remove(
            @Context HttpServletRequest request, @PathParam("id") String id, @PathParam("entry") String entry) {
        return remove(request, id, entry, false);
    }

    /** Puts a removed entry back. */
    @POST
    @Path("{entry}/restore")
    public Response restore(
            @Context HttpServletRequest request, @PathParam("id") String id, @PathParam("entry") String entry) {
        return remove(request, id, entry, true);
    }

    private Response change(HttpServletRequest request, String id, String entry, JsonNode body, boolean whole) {
        Session session = Requests.session(request);
        long version = Requests.expectedVersion(request);
        SchemaSnapshot schema = services.schema(session);
        TimelineEntry old = find(session, id, entry);
        Scope scope = Scope.activity(old.type());
        BodyFields fields = new BodyFields(schema, scope);
        Kept kept = new Kept(schema, scope, old.values());
        JsonNode asked = whole ? kept.living(body) : body;
        if (whole) {
            services.requireEntry(session, schema, asked, "", kept);
        }
        var changes = whole
                ? fields.replacing(asked, CaseJson.ENTRY_OWN, old.values().hidden())
                : fields.changes(asked, CaseJson.ENTRY_OWN);
        var date = whole || body.has("date") ? EntryBodies.date(body) : old.date();
        ChangeEntry command = new ChangeEntry(old.caseId(), old.id(), version, date, changes);
        TimelineEntry changed = CaseServices.done(
                services.cases(session).change(session, command, Requests.optionalKey(request, body)), scope);
        return answer(Response.ok(), changed);
    }

    private Response remove(HttpServletRequest request, String id, String entry, boolean restore) {
        Session session = Requests.session(request);
        RemoveEntry command = new RemoveEntry(
                caseId(id), Requests.id(entry, EntryId::of), Requests.expectedVersion(request), restore);
        TimelineEntry changed = Requests.done(
                services.cases(session).remove(session, command, Requests.optionalKey(request, Json.object())));
        return answer(Response.ok(), changed);
    }

    private TimelineEntry find(Session session, String id, String entry) {
        EntryId wanted = Requests.id(entry, EntryId::of);
        return Requests.done(services.cases(session).find(session, caseId(id))).timeline().stream()
                .filter(e -> e.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.NOT_FOUND)));
    }

    private static CaseId caseId(String id) {
        return Requests.id(id, CaseId::of);
    }

    private static Response answer(Response.ResponseBuilder response, TimelineEntry entry) {
        return response.header("ETag", Requests.etag(entry.version()))
                .entity(CaseJson.of(entry))
                .build();
    }
}
