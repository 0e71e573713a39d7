// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.TreeSet;
import org.openbarnahus.auth.web.PublicPath;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccountEventService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.SignedIn;
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

/** Signing in and out as the page does it: same throttle, same second factor, same cookie. */
@Component(service = {RestResource.class, PublicPath.class})
@Path("/session")
@Produces("application/json")
@Consumes("application/json")
public class SessionResource implements RestResource, PublicPath {
    private static final int LONGEST = 256;
    private final SessionService sessions;
    private final AccountEventService events;

    @Activate
    public SessionResource(@Reference SessionService sessions, @Reference AccountEventService events) {
        this.sessions = sessions;
        this.events = events;
    }

    @Override
    public String prefix() {
        return "/api/v1/session";
    }

    @POST
    public JsonNode signIn(
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @Body({"username", "password", "otp"}) JsonNode body) {
        Credentials credentials = new Credentials(text(body, "username"), text(body, "password"), text(body, "otp"));
        SignedIn signedIn = Requests.done(sessions.signIn(credentials, request.getRemoteAddr()));
        return json(signedIn.session(), WebSession.start(request, response, signedIn, sessions))
                .put("took_over", signedIn.tookOver());
    }

    /** A fresh second factor: for five minutes what needs one is allowed. The cookie is another from now on, the token is not. */
    @POST
    @Path("step-up")
    public JsonNode stepUp(
            @Context HttpServletRequest request, @Context HttpServletResponse response, @Body("otp") JsonNode body) {
        Credentials credentials = new Credentials("", "", text(body, "otp"));
        Session session = Requests.session(request);
        SignedIn renewed = Requests.done(sessions.stepUp(session, credentials, request.getRemoteAddr()));
        return json(renewed.session(), WebSession.renew(request, response, renewed));
    }

    /** What was changed about the caller's way of signing in has been seen, up to the number. */
    @POST
    @Path("seen")
    public JsonNode seen(@Context HttpServletRequest request, @Body("up_to") JsonNode body) {
        JsonNode number = body.path("up_to");
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 1) {
            throw new ProblemException(Problem.at(ErrorCode.REQUIRED, "/up_to"));
        }
        Session session = Requests.session(request);
        Requests.done(events.seen(session, number.longValue()));
        return json(session, WebSession.csrfToken(session));
    }

    @GET
    public JsonNode current(@Context HttpServletRequest request) {
        Session session = Requests.session(request);
        return json(session, WebSession.csrfToken(session));
    }

    /** The caller's own sessions; there is never more than one. */
    @GET
    @Path("mine")
    public JsonNode mine(@Context HttpServletRequest request) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("sessions");
        Requests.done(sessions.mine(Requests.session(request)))
                .forEach(each -> list.addObject()
                        .put("id", each.id())
                        .put("since", each.since().toString())
                        .put("last_active", each.lastActive().toString())
                        .put("browser", each.browser())
                        .put("current", each.current()));
        return body;
    }

    @DELETE
    @Path("mine/{id}")
    public Response end(
            @Context HttpServletRequest request, @Context HttpServletResponse response, @PathParam("id") String id) {
        if (Requests.done(sessions.end(Requests.session(request), id)).current()) {
            WebSession.end(request, response);
        }
        return Response.noContent().build();
    }

    @DELETE
    public Response signOut(@Context HttpServletRequest request, @Context HttpServletResponse response) {
        sessions.signOut(Requests.session(request));
        WebSession.end(request, response);
        return Response.noContent().build();
    }

    private static String text(JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (!node.isString() || node.stringValue().length() > LONGEST) {
            throw new ProblemException(Problem.at(ErrorCode.REQUIRED, "/" + name));
        }
        return node.stringValue();
    }

    private ObjectNode json(Session session, String csrf) {
        Actor actor = session.actor();
        ObjectNode json = Json.object()
                .put("username", actor.username())
                .put("service", actor.serviceCode())
                .put("country", actor.country())
                .put("agency", actor.agency().code());
        ArrayNode roles = json.putArray("roles");
        new TreeSet<>(actor.roles()).stream().map(Role::code).forEach(roles::add);
        json.put("csrf_token", csrf);
        sessions.gate(session).ifPresent(code -> json.put("waits_for", code.name()));
        ArrayNode untold = json.putArray("account_events");
        Requests.done(events.untold(session))
                .forEach(event -> untold.addObject()
                        .put("number", event.number())
                        .put("kind", event.kind().code())
                        .put("at", event.at().toString()));
        return json;
    }
}
