// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.store.TimeSource;
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

/** What national law says about a case, today or on another day. */
@Component
@Path("/cases/{id}/deadlines")
@Produces("application/json")
public class DeadlinesResource implements RestResource {
    private final CaseServices services;
    private final TimeSource time;

    @Activate
    public DeadlinesResource(@Reference CaseServices services, @Reference TimeSource time) {
        this.services = services;
        this.time = time;
    }

    @GET
    public JsonNode list(
            @Context HttpServletRequest request,
            @Context HttpHeaders headers,
            @PathParam("id") String id,
            @QueryParam("as_of") @Nullable String asOf) {
        Session session = Requests.session(request);
        LocalDate day = asOf == null ? time.today(ZoneOffset.UTC) : day(asOf);
        SchemaSnapshot schema = services.schema(session);
        Locale locale = Requests.locale(headers);
        ObjectNode body = Json.object().put("as_of", day.toString());
        ArrayNode list = body.putArray("deadlines");
        Requests.done(services.cases(session).deadlines(session, Requests.id(id, CaseId::of), day))
                .forEach(v -> list.add(CaseJson.of(v, schema.label(locale, v.labelKey()), day)));
        return body;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new ProblemException(Problem.at(ErrorCode.WRONG_TYPE, "as_of"));
        }
    }
}
