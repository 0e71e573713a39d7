// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.AuditService;
import org.openbarnahus.core.service.query.AuditLine;
import org.openbarnahus.core.service.query.AuditPage;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The audit trail of the house, and everybody's own part of it. */
@Component
@Path("/audit")
@Produces("application/json")
public class AuditResource implements RestResource {
    private final AuditService audit;

    @Activate
    public AuditResource(@Reference AuditService audit) {
        this.audit = audit;
    }

    /** Newest first; {@code next} is the cursor of the following page. */
    @GET
    public JsonNode find(@Context HttpServletRequest request) {
        return json(Requests.done(audit.find(Requests.session(request), AuditQueries.of(request))));
    }

    @GET
    @Path("own")
    public JsonNode own(@Context HttpServletRequest request) {
        return json(Requests.done(audit.own(Requests.session(request), AuditQueries.of(request))));
    }

    /** The same filters without pages; audited as EXPORT. */
    @GET
    @Path("export")
    @Produces("text/csv")
    public Response export(@Context HttpServletRequest request) {
        String csv = Requests.done(audit.csv(Requests.session(request), AuditQueries.of(request)));
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .build();
    }

    private static ObjectNode json(AuditPage page) {
        ObjectNode body = Json.object();
        ArrayNode entries = body.putArray("entries");
        page.lines().forEach(line -> entries.add(json(line)));
        if (page.next() > 0) {
            body.put("next", Long.toString(page.next()));
        }
        return body;
    }

    private static ObjectNode json(AuditLine line) {
        AuditEntry entry = line.entry();
        ObjectNode json = Json.object()
                .put("seq", line.seq())
                .put("at", entry.at().toString())
                .put("person", line.username().isEmpty() ? null : line.username())
                .put("session", entry.session())
                .put("purpose", AuditQueries.code(entry.purpose()))
                .put("kind", AuditQueries.code(entry.action()))
                .put("result", AuditQueries.code(entry.result()))
                .put("case", line.caseNumber().isEmpty() ? null : line.caseNumber())
                .put("object_type", entry.objectType())
                .put("object_id", entry.objectId())
                .put("detail", entry.detail())
                .put("address", entry.address().isEmpty() ? null : entry.address());
        ArrayNode fields = json.putArray("fields");
        entry.fields().stream().sorted().forEach(fields::add);
        return json;
    }
}
