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
import java.util.Comparator;
import java.util.List;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccessReviewService;
import org.openbarnahus.core.service.AccountService;
import org.openbarnahus.core.service.AgreementService;
import org.openbarnahus.core.service.TrainingService;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.query.AccessStanding;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.Invitation;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.TrainingRecord;
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

/** The accounts of the house in the hands of its manager. Granting needs a fresh second factor. */
@Component
@Path("/users")
@Produces("application/json")
@Consumes("application/json")
public class UsersResource implements RestResource {
    private final AccountService accounts;
    private final AgreementService agreements;
    private final TrainingService trainings;
    private final AccessReviewService reviews;

    @Activate
    public UsersResource(
            @Reference AccountService accounts,
            @Reference AgreementService agreements,
            @Reference TrainingService trainings,
            @Reference AccessReviewService reviews) {
        this.accounts = accounts;
        this.agreements = agreements;
        this.trainings = trainings;
        this.reviews = reviews;
    }

    @GET
    public JsonNode list(@Context HttpServletRequest request) {
        Session session = Requests.session(request);
        List<AcceptanceRecord> signed = Requests.done(agreements.ofTheHouse(session));
        List<TrainingRecord> trained = Requests.done(trainings.ofTheHouse(session));
        // before the accounts: what has run out is closed by it
        List<AccessStanding> standings = Requests.done(reviews.ofTheHouse(session));
        List<Invitation> codes = Requests.done(accounts.openInvitations(session));
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("users");
        accounts.accounts(session).forEach(account -> {
            ObjectNode json = list.addObject();
            json.setAll(json(account));
            codes.stream()
                    .filter(each -> each.username().equals(account.username()))
                    .findFirst()
                    .ifPresent(each ->
                            json.put("enrolment_code_until", each.expires().toString()));
            standings.stream()
                    .filter(each -> each.account().id().equals(account.id()))
                    .findFirst()
                    .ifPresent(each -> json.setAll(AccessReviewResource.use(each)));
            signed.stream()
                    .filter(each -> each.account().equals(account.id()))
                    .max(Comparator.comparing(AcceptanceRecord::at))
                    .ifPresent(each -> json.set("agreement", AgreementsResource.json(each)));
            trained.stream()
                    .filter(each -> each.account().equals(account.id()))
                    .max(Comparator.comparing(TrainingRecord::at))
                    .ifPresent(each -> json.set("training", TrainingsResource.json(each)));
        });
        return body;
    }

    @POST
    public JsonNode invite(@Context HttpServletRequest request, @Body({"username", "agency", "roles"}) JsonNode body) {
        Agency agency = Agency.ofCode(Bodies.text(body, "agency"))
                .orElseThrow(() -> new ProblemException(Problem.at(ErrorCode.UNKNOWN_CODE, "/agency")));
        NewMember member = new NewMember(Bodies.text(body, "username"), agency, Bodies.roles(body));
        return json(
                Requests.done(accounts.invite(Requests.session(request), member, Requests.optionalKey(request, body))));
    }

    @POST
    @Path("{username}/enrolment-code")
    public JsonNode reissue(@Context HttpServletRequest request, @PathParam("username") String username) {
        return json(Requests.done(
                accounts.reissue(Requests.session(request), username, Requests.optionalKey(request, Json.object()))));
    }

    @POST
    @Path("{username}/roles")
    public JsonNode roles(
            @Context HttpServletRequest request, @PathParam("username") String username, @Body("roles") JsonNode body) {
        return json(Requests.done(accounts.setRoles(Requests.session(request), username, Bodies.roles(body))));
    }

    @POST
    @Path("{username}/close")
    public JsonNode close(@Context HttpServletRequest request, @PathParam("username") String username) {
        return json(Requests.done(accounts.close(Requests.session(request), username)));
    }

    @POST
    @Path("{username}/open")
    public JsonNode open(@Context HttpServletRequest request, @PathParam("username") String username) {
        return json(Requests.done(accounts.reopen(Requests.session(request), username)));
    }

    @POST
    @Path("{username}/end-sessions")
    public JsonNode endSessions(@Context HttpServletRequest request, @PathParam("username") String username) {
        return json(Requests.done(accounts.endSessions(Requests.session(request), username)));
    }

    static ObjectNode json(AccountInfo account) {
        ObjectNode json = Json.object()
                .put("username", account.username())
                .put("agency", account.agency().code())
                .put("enabled", account.enabled());
        ArrayNode roles = json.putArray("roles");
        account.roles().stream().map(Role::code).sorted().forEach(roles::add);
        return json;
    }

    /** The code is shown once: whoever repeats a request learns that it was done, and issues another where it was lost. */
    static ObjectNode json(Invitation invitation) {
        ObjectNode json = Json.object()
                .put("username", invitation.username())
                .put("expires", invitation.expires().toString());
        return invitation.code().isEmpty() ? json.put("repeated", true) : json.put("code", invitation.code());
    }
}
