// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.schema;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Set;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.service.SharingService;
import org.openbarnahus.core.service.query.SharingMatrix;
import org.openbarnahus.core.service.query.SharingMatrix.Row;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.Languages;
import org.openbarnahus.rest.api.internal.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which agency is shown which field, and why. */
@Component
@Path("/sharing-matrix")
@Produces("application/json")
public class SharingResource implements RestResource {
    private final SharingService sharing;

    @Activate
    public SharingResource(@Reference SharingService sharing) {
        this.sharing = sharing;
    }

    @GET
    public JsonNode matrix(@Context HttpServletRequest request, @Context HttpHeaders headers) {
        Requests.onlyParameters(request, Set.of());
        return json(Requests.done(sharing.matrix(Requests.session(request))), Languages.of(headers));
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    public Response export(@Context HttpServletRequest request, @Context HttpHeaders headers) {
        Requests.onlyParameters(request, Set.of());
        String csv = Requests.done(sharing.csv(Requests.session(request), Languages.of(headers)));
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"sharing-matrix.csv\"")
                .build();
    }

    private static ObjectNode json(SharingMatrix matrix, Locale locale) {
        ObjectNode body = Json.object()
                .put("schema", matrix.schema().id().value())
                .put("country", matrix.schema().country())
                .put("at", matrix.at().toString());
        ArrayNode fields = body.putArray("fields");
        matrix.rows().forEach(row -> fields.add(json(row, matrix, locale)));
        return body;
    }

    private static ObjectNode json(Row row, SharingMatrix matrix, Locale locale) {
        ObjectNode json = Json.object()
                .put("field", row.field().id().value())
                .put("label", matrix.schema().label(locale, row.field().labelKey()));
        ArrayNode where = json.putArray("where");
        row.where().stream().map(Scope::value).sorted().forEach(where::add);
        ObjectNode shown = json.putObject("shown");
        for (int i = 0; i < row.shown().size(); i++) {
            shown.put(SharingMatrix.VIEWERS.get(i), row.shown().get(i));
        }
        row.why().ifPresent(key -> json.put("why", matrix.schema().label(locale, key)));
        return json;
    }
}
