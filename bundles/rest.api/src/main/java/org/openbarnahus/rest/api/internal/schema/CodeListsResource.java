// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.schema;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.TreeSet;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.service.SchemaService;
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

/** Code lists in force, with labels in the language asked for. */
@Component
@Path("/codelists")
@Produces("application/json")
public class CodeListsResource implements RestResource {
    private final SchemaService schemas;

    @Activate
    public CodeListsResource(@Reference SchemaService schemas) {
        this.schemas = schemas;
    }

    @GET
    public JsonNode list(@Context HttpServletRequest request) {
        SchemaSnapshot schema = Snapshots.current(schemas, Requests.session(request));
        ObjectNode body = Json.object().put("snapshot", schema.id().value());
        ArrayNode ids = body.putArray("codelists");
        new TreeSet<>(schema.codeLists().keySet()).forEach(ids::add);
        return body;
    }

    @GET
    @Path("{id}")
    public JsonNode one(@Context HttpServletRequest request, @Context HttpHeaders headers, @PathParam("id") String id) {
        SchemaSnapshot schema = Snapshots.current(schemas, Requests.session(request));
        CodeList list = schema.codeList(id).orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.NOT_FOUND)));
        ObjectNode body =
                Json.object().put("id", id).put("snapshot", schema.id().value());
        ArrayNode codes = body.putArray("codes");
        list.entries().forEach(e -> codes.add(json(e, id, schema, Requests.locale(headers))));
        return body;
    }

    private static ObjectNode json(CodeEntry entry, String list, SchemaSnapshot schema, Locale locale) {
        ObjectNode json = Json.object()
                .put("code", entry.code())
                .put("label", schema.codeLabel(locale, list, entry.code()))
                .put("owner", entry.owner());
        entry.parent().ifPresent(p -> json.put("parent", p));
        entry.validFrom().ifPresent(d -> json.put("valid_from", d.toString()));
        entry.validTo().ifPresent(d -> json.put("valid_to", d.toString()));
        if (entry.hidden()) {
            json.put("hidden", true);
        }
        if (!entry.mappings().isEmpty()) {
            ObjectNode mappings = json.putObject("mappings");
            entry.mappings().forEach(mappings::put);
        }
        return json;
    }
}
