// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.EmergencyAccessService;
import org.openbarnahus.core.service.command.ReviewEmergency;
import org.openbarnahus.core.service.command.UseEmergency;
import org.openbarnahus.core.service.query.EmergencyInfo;
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

/** Opening one case in an emergency, ending that, and its review. */
@Component
@Path("/emergency-access")
@Produces("application/json")
@Consumes("application/json")
public class EmergencyAccessResource implements RestResource {
    private static final int CREATED = 201;

    private final EmergencyAccessService emergencies;

    @Activate
    public EmergencyAccessResource(@Reference EmergencyAccessService emergencies) {
        this.emergencies = emergencies;
    }

    @GET
    public JsonNode list(@Context HttpServletRequest request) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("accesses");
        Requests.done(emergencies.accesses(Requests.session(request))).forEach(each -> list.add(json(each)));
        return body;
    }

    @POST
    public Response use(@Context HttpServletRequest request, @Body({"case_number", "reason", "text"}) JsonNode body) {
        UseEmergency command = new UseEmergency(text(body, "case_number"), text(body, "reason"), text(body, "text"));
        Session session = Requests.session(request);
        return answer(CREATED, emergencies.use(session, command, Requests.key(request, body)));
    }

    @DELETE
    @Path("{id}")
    public Response end(@Context HttpServletRequest request, @PathParam("id") String id) {
        Session session = Requests.session(request);
        long version = Requests.expectedVersion(request);
        return answer(200, emergencies.end(session, Requests.id(id, UUID::fromString), version));
    }

    @POST
    @Path("{id}/review")
    public Response review(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @Body({"justified", "note"}) JsonNode body) {
        if (!body.path("justified").isBoolean()) {
            throw new ProblemException(Problem.at(ErrorCode.REQUIRED, "/justified"));
        }
        ReviewEmergency command = new ReviewEmergency(
                Requests.id(id, UUID::fromString), body.path("justified").booleanValue(), text(body, "note"));
        return answer(200, emergencies.review(Requests.session(request), command));
    }

    private static Response answer(int status, Outcome<EmergencyInfo> outcome) {
        if (outcome instanceof Outcome.Refused<EmergencyInfo> refused) {
            throw new ProblemException(refused.problems().stream()
                    .map(p -> p.path().isEmpty() ? p : new Problem(p.code(), "/" + p.path(), p.arguments()))
                    .toList());
        }
        EmergencyInfo info = Requests.done(outcome);
        return Response.status(status)
                .entity(json(info))
                .header("ETag", Requests.etag(info.version()))
                .build();
    }

    /** How long it may be is said by the service, which every body limit is far above. */
    private static String text(JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (!node.isString()) {
            throw new ProblemException(Problem.at(ErrorCode.REQUIRED, "/" + name));
        }
        return node.stringValue();
    }

    private static ObjectNode json(EmergencyInfo info) {
        ObjectNode json = Json.object()
                .put("id", info.id().toString())
                .put("version", info.version())
                .put("case_id", info.caseId().toString())
                .put("case_number", info.number().value())
                .put("username", info.person().username())
                .put("reason", info.reason().code());
        info.person().agency().ifPresent(agency -> json.put("agency", agency.code()));
        if (!info.text().isEmpty()) {
            json.put("text", info.text());
        }
        json.put("since", info.time().since().toString())
                .put("until", info.time().until().toString())
                .put("running", info.time().running())
                .put("mine", info.mine())
                .put("may_end", info.mayEnd());
        info.time().endedBy().ifPresent(name -> json.put("ended_by", name));
        json.set("review", json(info.review()));
        return json;
    }

    private static ObjectNode json(EmergencyInfo.Review review) {
        ObjectNode json = Json.object()
                .put("due", review.due().toString())
                .put("overdue", review.overdue())
                .put("may_review", review.mayReview());
        review.verdict().ifPresent(verdict -> {
            json.put("reviewed_by", verdict.username())
                    .put("reviewed", verdict.at().toString())
                    .put("justified", verdict.justified());
            if (!verdict.note().isEmpty()) {
                json.put("note", verdict.note());
            }
        });
        return json;
    }
}
