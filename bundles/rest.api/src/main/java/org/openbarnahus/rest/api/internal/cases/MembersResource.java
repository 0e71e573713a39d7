// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseMemberService;
import org.openbarnahus.core.service.command.ChangeMember;
import org.openbarnahus.core.service.query.CaseTeam;
import org.openbarnahus.core.service.query.Colleague;
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

/** Who works with a case. The members of a case have one ETag together. */
@Component
@Path("/cases/{id}/members")
@Produces("application/json")
@Consumes("application/json")
public class MembersResource implements RestResource {
    private static final String UNTIL = "until";

    private final CaseMemberService members;

    @Activate
    public MembersResource(@Reference CaseMemberService members) {
        this.members = members;
    }

    @GET
    public Response list(@Context HttpServletRequest request, @PathParam("id") String id) {
        return answer(Requests.done(members.members(Requests.session(request), Requests.id(id, CaseId::of))));
    }

    /** Makes somebody a member, or changes until when. */
    @PUT
    @Path("{username}")
    public Response put(
            @Context HttpServletRequest request,
            @PathParam("id") String id,
            @PathParam("username") String username,
            @Body(UNTIL) JsonNode body) {
        Session session = Requests.session(request);
        long version = Requests.expectedVersion(request);
        return change(session, new ChangeMember(Requests.id(id, CaseId::of), version, username, until(body), false));
    }

    /** Takes somebody off; counts from the person's next request on. */
    @DELETE
    @Path("{username}")
    public Response remove(
            @Context HttpServletRequest request, @PathParam("id") String id, @PathParam("username") String username) {
        Session session = Requests.session(request);
        long version = Requests.expectedVersion(request);
        return change(
                session, new ChangeMember(Requests.id(id, CaseId::of), version, username, Optional.empty(), true));
    }

    private Response change(Session session, ChangeMember command) {
        return answer(Requests.done(members.change(session, command)));
    }

    private static Optional<LocalDate> until(JsonNode body) {
        JsonNode day = body.path(UNTIL);
        if (day.isMissingNode() || day.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(day.asString("")));
        } catch (DateTimeParseException e) {
            throw new ProblemException(Problem.at(ErrorCode.WRONG_TYPE, "/" + UNTIL));
        }
    }

    private static Response answer(CaseTeam team) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("members");
        team.members().forEach(m -> list.add(json(m)));
        return Response.ok(body).header("ETag", Requests.etag(team.version())).build();
    }

    private static ObjectNode json(Colleague member) {
        ObjectNode json = Json.object()
                .put("username", member.username())
                .put("agency", member.agency().code())
                .put("since", member.since().toString());
        member.lastDay().ifPresent(day -> json.put(UNTIL, day.toString()));
        member.grantedBy().ifPresent(name -> json.put("granted_by", name));
        return json;
    }
}
