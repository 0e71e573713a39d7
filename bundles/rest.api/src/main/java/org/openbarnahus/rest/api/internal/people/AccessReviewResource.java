// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccessReviewService;
import org.openbarnahus.core.service.query.AccessStanding;
import org.openbarnahus.rest.api.Body;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who still needs access, said by a manager. What is not needed is closed by {@code /users/{username}/close}. */
@Component
@Path("/access-review")
@Produces("application/json")
@Consumes("application/json")
public class AccessReviewResource implements RestResource {
    private final AccessReviewService reviews;

    @Activate
    public AccessReviewResource(@Reference AccessReviewService reviews) {
        this.reviews = reviews;
    }

    @GET
    public JsonNode list(@Context HttpServletRequest request) {
        return json(Requests.done(reviews.ofTheHouse(Requests.session(request))));
    }

    @POST
    public JsonNode confirm(@Context HttpServletRequest request, @Body("confirm") JsonNode body) {
        Session session = Requests.session(request);
        Set<String> names = new HashSet<>();
        body.path("confirm").forEach(each -> names.add(each.asString("")));
        return json(Requests.done(inBody(reviews.confirm(session, names))));
    }

    /** A refusal names the member of the body. */
    private static <T> Outcome<T> inBody(Outcome<T> outcome) {
        return outcome instanceof Outcome.Refused<T> refused
                ? Outcome.refused(refused.problems().stream()
                        .map(p -> new Problem(p.code(), p.path().replaceFirst("^usernames", "/confirm"), p.arguments()))
                        .toList())
                : outcome;
    }

    private static ObjectNode json(List<AccessStanding> standings) {
        ObjectNode body = Json.object();
        body.put(
                "due",
                standings.stream().filter(each -> each.review().overdue()).count());
        ArrayNode list = body.putArray("accounts");
        standings.forEach(each -> {
            ObjectNode json = list.addObject();
            json.setAll(UsersResource.json(each.account()));
            json.setAll(use(each));
            AccessStanding.Review review = each.review();
            json.put("confirmed", review.confirmed().toString())
                    .put("review_due", review.due().toString())
                    .put("review_until", review.until().toString())
                    .put("overdue", review.overdue())
                    .put("may_confirm", review.mayConfirm());
        });
        return body;
    }

    /** When the account was used, until when it is open unused, and why it is closed; days in UTC. */
    static ObjectNode use(AccessStanding standing) {
        ObjectNode json = Json.object();
        standing.lastUsed().ifPresent(day -> json.put("last_used", day.toString()));
        if (standing.account().enabled()) {
            json.put("unused_until", standing.unusedUntil().toString()).put("closes_soon", standing.closesSoon());
        }
        standing.closed()
                .ifPresent(closed -> json.putObject("closed")
                        .put("reason", closed.reason().code())
                        .put("day", closed.day().toString()));
        return json;
    }
}
