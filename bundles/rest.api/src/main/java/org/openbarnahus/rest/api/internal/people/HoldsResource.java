// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.LegalHoldService;
import org.openbarnahus.core.service.command.PlaceHold;
import org.openbarnahus.core.service.query.LegalHold;
import org.openbarnahus.rest.api.Body;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.ProblemException;
import org.openbarnahus.rest.api.internal.Repeats;
import org.openbarnahus.rest.api.internal.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Legal holds: what keeps cases from being erased, and why. */
@Component
@Path("/holds")
@Produces("application/json")
@Consumes("application/json")
public class HoldsResource implements RestResource {
    private static final String REVIEW_ON = "review_on";

    private final LegalHoldService holds;
    private final Repeats repeats;

    @Activate
    public HoldsResource(@Reference LegalHoldService holds, @Reference Repeats repeats) {
        this.holds = holds;
        this.repeats = repeats;
    }

    @GET
    public JsonNode list(@Context HttpServletRequest request) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("holds");
        Requests.done(holds.holds(Requests.session(request))).forEach(each -> list.add(json(each)));
        return body;
    }

    @POST
    public JsonNode place(@Context HttpServletRequest request, @Body({"number", "reason", REVIEW_ON}) JsonNode body) {
        PlaceHold command = new PlaceHold(
                Bodies.number(body, "number"),
                Bodies.text(body, "reason", LegalHoldService.LONGEST_REASON + 1),
                day(body));
        return repeats.once(request, body, () -> json(Bodies.done(holds.place(Requests.session(request), command))));
    }

    @POST
    @Path("{id}/renew")
    public JsonNode renew(
            @Context HttpServletRequest request, @PathParam("id") String id, @Body(REVIEW_ON) JsonNode body) {
        return repeats.once(
                request,
                body,
                () -> json(Bodies.done(
                        holds.renew(Requests.session(request), Requests.id(id, UUID::fromString), day(body)))));
    }

    @POST
    @Path("{id}/lift")
    public JsonNode lift(@Context HttpServletRequest request, @PathParam("id") String id) {
        return repeats.once(
                request,
                Json.object(),
                () -> json(Requests.done(holds.lift(Requests.session(request), Requests.id(id, UUID::fromString)))));
    }

    private static LocalDate day(JsonNode body) {
        try {
            return LocalDate.parse(Bodies.text(body, REVIEW_ON));
        } catch (DateTimeParseException e) {
            throw new ProblemException(Problem.at(ErrorCode.WRONG_TYPE, "/" + REVIEW_ON));
        }
    }

    private static ObjectNode json(LegalHold hold) {
        ObjectNode node = Json.object()
                .put("id", hold.id().toString())
                .put("case", hold.caseId().toString())
                .put("number", hold.number().value())
                .put("reason", hold.reason())
                .put("placed_by", hold.placedBy())
                .put("placed", hold.placed().toString())
                .put(REVIEW_ON, hold.reviewOn().toString())
                .put("due", hold.due())
                .put("on", hold.lifted().isEmpty());
        hold.lifted()
                .ifPresent(by ->
                        node.put("lifted_by", by.by()).put("lifted", by.at().toString()));
        return node;
    }
}
