// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.AlertService;
import org.openbarnahus.core.service.query.AlertInfo;
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

/** What the audit trail gives cause to look at, for managers and data-protection officers. */
@Component
@Path("/alerts")
@Produces("application/json")
@Consumes("application/json")
public class AlertsResource implements RestResource {
    private final AlertService alerts;

    @Activate
    public AlertsResource(@Reference AlertService alerts) {
        this.alerts = alerts;
    }

    /** {@code ?state=open}, the default, or {@code ?state=all}. */
    @GET
    public JsonNode list(@Context HttpServletRequest request) {
        Requests.onlyParameters(request, Set.of("state"));
        String state = Optional.ofNullable(request.getParameter("state")).orElse("open");
        if (!Set.of("open", "all").contains(state)) {
            throw new ProblemException(Problem.at(ErrorCode.MALFORMED, "state", "detail", "state"));
        }
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("alerts");
        Requests.done(alerts.alerts(Requests.session(request), state.equals("open")))
                .forEach(a -> list.add(json(a)));
        return body;
    }

    /** Body: {@code {"note": text}}. A repeat by the same person with the same note gives the same answer. */
    @POST
    @Path("{id}/acknowledgement")
    public JsonNode acknowledge(
            @Context HttpServletRequest request, @PathParam("id") String id, @Body("note") JsonNode body) {
        Requests.key(request, body);
        if (!body.path("note").isString()) {
            throw new ProblemException(Problem.at(ErrorCode.REQUIRED, "/note"));
        }
        return json(Requests.done(alerts.acknowledge(
                Requests.session(request),
                Requests.id(id, UUID::fromString),
                body.path("note").asString())));
    }

    private static ObjectNode json(AlertInfo alert) {
        ObjectNode json = Json.object()
                .put("id", alert.id().toString())
                .put("rule", alert.rule())
                .put("person", alert.username().isEmpty() ? null : alert.username())
                .put("first", alert.first().toString())
                .put("last", alert.last().toString())
                .put("count", alert.count())
                .put("state", alert.acknowledged().isPresent() ? "acknowledged" : "open");
        alert.acknowledged()
                .ifPresent(a -> json.putObject("acknowledgement")
                        .put("person", a.username())
                        .put("at", a.at().toString())
                        .put("note", a.note()));
        return json;
    }
}
