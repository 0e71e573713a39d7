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
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseErasureService;
import org.openbarnahus.core.service.query.ErasedCase;
import org.openbarnahus.core.service.query.ErasureReason;
import org.openbarnahus.core.service.query.ErasureRequest;
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

/** Cases that are to be erased for good, and the certificates of those that were. It takes two. */
@Component
@Path("/erasures")
@Produces("application/json")
@Consumes("application/json")
public class ErasuresResource implements RestResource {
    private final CaseErasureService erasures;
    private final Repeats repeats;

    @Activate
    public ErasuresResource(@Reference CaseErasureService erasures, @Reference Repeats repeats) {
        this.erasures = erasures;
        this.repeats = repeats;
    }

    @GET
    public JsonNode list(@Context HttpServletRequest request) {
        Session session = Requests.session(request);
        ObjectNode body = Json.object();
        ArrayNode waiting = body.putArray("requests");
        Requests.done(erasures.waiting(session)).forEach(each -> waiting.add(json(each)));
        ArrayNode done = body.putArray("erased");
        Requests.done(erasures.erased(session)).forEach(each -> done.add(json(each)));
        return body;
    }

    @POST
    public JsonNode ask(@Context HttpServletRequest request, @Body({"number", "reason"}) JsonNode body) {
        ErasureReason reason = ErasureReason.ofCode(Bodies.text(body, "reason"))
                .orElseThrow(() -> new ProblemException(Problem.at(ErrorCode.UNKNOWN_CODE, "/reason")));
        return repeats.once(
                request,
                body,
                () -> json(
                        Requests.done(erasures.ask(Requests.session(request), Bodies.number(body, "number"), reason))));
    }

    @POST
    @Path("{id}/confirm")
    public JsonNode confirm(@Context HttpServletRequest request, @PathParam("id") String id) {
        return repeats.once(
                request,
                Json.object(),
                () -> certificate(
                        Requests.done(erasures.confirm(Requests.session(request), Requests.id(id, UUID::fromString)))));
    }

    @POST
    @Path("{id}/withdraw")
    public JsonNode withdraw(@Context HttpServletRequest request, @PathParam("id") String id) {
        return repeats.once(
                request,
                Json.object(),
                () -> json(Requests.done(
                        erasures.withdraw(Requests.session(request), Requests.id(id, UUID::fromString)))));
    }

    @GET
    @Path("{case}/certificate")
    public JsonNode certificate(@Context HttpServletRequest request, @PathParam("case") String id) {
        return certificate(Requests.done(erasures.erased(Requests.session(request), Requests.id(id, CaseId::of))));
    }

    private static ObjectNode json(ErasureRequest request) {
        return Json.object()
                .put("id", request.id().toString())
                .put("case", request.caseId().toString())
                .put("number", request.number().value())
                .put("reason", request.reason().code())
                .put("asked_by", request.askedBy())
                .put("asked", request.asked().toString())
                .put("until", request.until().toString())
                .put("mine", request.mine());
    }

    private static ObjectNode json(ErasedCase erased) {
        return Json.object()
                .put("case", erased.caseId().toString())
                .put("number", erased.number().value())
                .put("erased_at", erased.at().toString());
    }

    /** The certificate as a text, not as a tree: the signature is over these bytes. */
    private static ObjectNode certificate(ErasedCase erased) {
        return json(erased).put("certificate", erased.certificate()).put("signature", erased.signature());
    }
}
