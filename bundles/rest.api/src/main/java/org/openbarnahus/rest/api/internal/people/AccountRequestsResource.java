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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SecondPersonService;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.query.AccountRequest;
import org.openbarnahus.core.service.query.Confirmed;
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

/** Grave changes of accounts: what {@code /users} refuses with SECOND_PERSON_REQUIRED is asked for here and confirmed. */
@Component
@Path("/account-requests")
@Produces("application/json")
@Consumes("application/json")
public class AccountRequestsResource implements RestResource {
    private final SecondPersonService seconds;
    private final Repeats repeats;

    @Activate
    public AccountRequestsResource(@Reference SecondPersonService seconds, @Reference Repeats repeats) {
        this.seconds = seconds;
        this.repeats = repeats;
    }

    @GET
    public JsonNode list(@Context HttpServletRequest request) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("requests");
        Requests.done(seconds.waiting(Requests.session(request))).forEach(each -> list.add(json(each)));
        return body;
    }

    @POST
    public JsonNode ask(
            @Context HttpServletRequest request, @Body({"act", "username", "agency", "roles"}) JsonNode body) {
        Session session = Requests.session(request);
        AccountAct.Kind kind = AccountAct.Kind.ofCode(Bodies.text(body, "act"))
                .orElseThrow(() -> new ProblemException(Problem.at(ErrorCode.UNKNOWN_CODE, "/act")));
        boolean member = kind == AccountAct.Kind.INVITE;
        Set<Role> roles = member || kind == AccountAct.Kind.ROLES ? Bodies.roles(body) : Set.of();
        AccountAct act = new AccountAct(
                kind, Bodies.text(body, "username"), member ? Optional.of(agency(body)) : Optional.empty(), roles);
        return repeats.once(request, body, () -> json(Requests.done(seconds.ask(session, act))));
    }

    private static Agency agency(JsonNode body) {
        return Agency.ofCode(Bodies.text(body, "agency"))
                .orElseThrow(() -> new ProblemException(Problem.at(ErrorCode.UNKNOWN_CODE, "/agency")));
    }

    @POST
    @Path("{id}/confirm")
    public JsonNode confirm(@Context HttpServletRequest request, @PathParam("id") String id) {
        return repeats.once(request, Json.object(), () -> {
            Confirmed confirmed =
                    Requests.done(seconds.confirm(Requests.session(request), Requests.id(id, UUID::fromString)));
            ObjectNode json = act(confirmed.act());
            confirmed.invitation().ifPresent(code -> json.set("invitation", UsersResource.json(code)));
            return json;
        });
    }

    @POST
    @Path("{id}/withdraw")
    public JsonNode withdraw(@Context HttpServletRequest request, @PathParam("id") String id) {
        return repeats.once(
                request,
                Json.object(),
                () -> json(
                        Requests.done(seconds.withdraw(Requests.session(request), Requests.id(id, UUID::fromString)))));
    }

    private static ObjectNode json(AccountRequest request) {
        ObjectNode json = Json.object().put("id", request.id().toString());
        json.setAll(act(request.act()));
        json.put("asked_by", request.askedBy())
                .put("asked", request.asked().toString())
                .put("until", request.until().toString())
                .put("mine", request.mine())
                .put("may_confirm", request.mayConfirm());
        request.confirmers().forEach(json.putArray("confirmers")::add);
        return json;
    }

    private static ObjectNode act(AccountAct act) {
        ObjectNode json = Json.object().put("act", act.kind().code()).put("username", act.username());
        act.agency().ifPresent(agency -> json.put("agency", agency.code()));
        if (!act.roles().isEmpty()) {
            ArrayNode roles = json.putArray("roles");
            act.roles().stream().map(Role::code).sorted().forEach(roles::add);
        }
        return json;
    }
}
