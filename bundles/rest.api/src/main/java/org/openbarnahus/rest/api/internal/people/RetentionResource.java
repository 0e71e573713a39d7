// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openbarnahus.core.model.rule.RetentionRule;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.RetentionService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.query.RetentionProposal;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.Repeats;
import org.openbarnahus.rest.api.internal.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Closed cases that are kept for longer than the law says. Erasing them is asked for at /erasures. */
@Component
@Path("/retention")
@Produces("application/json")
@Consumes("application/json")
public class RetentionResource implements RestResource {
    private final RetentionService retention;
    private final SchemaService schemas;
    private final Repeats repeats;

    @Activate
    public RetentionResource(
            @Reference RetentionService retention, @Reference SchemaService schemas, @Reference Repeats repeats) {
        this.retention = retention;
        this.schemas = schemas;
        this.repeats = repeats;
    }

    @GET
    public JsonNode list(@Context HttpServletRequest request, @Context HttpHeaders headers) {
        Session session = Requests.session(request);
        return json(session, Requests.locale(headers), Requests.done(retention.proposals(session)));
    }

    @POST
    @Path("look")
    public JsonNode look(@Context HttpServletRequest request, @Context HttpHeaders headers) {
        Session session = Requests.session(request);
        return repeats.once(
                request,
                Json.object(),
                () -> json(session, Requests.locale(headers), Requests.done(retention.look(session))));
    }

    private ObjectNode json(Session session, Locale locale, List<RetentionProposal> proposals) {
        Optional<SchemaSnapshot> schema = schemas.current(session);
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("proposals");
        proposals.forEach(each -> list.add(json(
                each,
                schema.map(s -> s.label(locale, each.rule().labelKey()))
                        .orElse(each.rule().id()))));
        return body;
    }

    private static ObjectNode json(RetentionProposal proposal, String label) {
        RetentionRule rule = proposal.rule();
        ObjectNode node = Json.object()
                .put("case", proposal.caseId().toString())
                .put("number", proposal.number().value())
                .put("rule", rule.id())
                .put("label", label)
                .put("closed", proposal.closed().toString())
                .put("keep_until", proposal.until().toString())
                .put("proposed", proposal.proposed().toString())
                .put("held", proposal.held());
        ObjectNode citation = node.putObject("citation")
                .put("text", rule.citation().text())
                .put("verified", rule.citation().verified());
        rule.citation().url().ifPresent(url -> citation.put("url", url));
        return node;
    }
}
