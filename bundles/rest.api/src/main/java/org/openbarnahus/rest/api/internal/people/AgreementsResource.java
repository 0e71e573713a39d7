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
import org.openbarnahus.core.service.AgreementService;
import org.openbarnahus.core.service.command.AcceptAgreement;
import org.openbarnahus.core.service.query.Agreement;
import org.openbarnahus.core.service.store.AcceptanceRecord;
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

/** The user agreement: until it is signed, everything else answers AGREEMENT_REQUIRED. */
@Component
@Path("/agreements")
@Produces("application/json")
@Consumes("application/json")
public class AgreementsResource implements RestResource {
    private final AgreementService agreements;

    @Activate
    public AgreementsResource(@Reference AgreementService agreements) {
        this.agreements = agreements;
    }

    @GET
    public JsonNode current(@Context HttpServletRequest request, @Context HttpHeaders headers) {
        Agreement text = Requests.done(agreements.current(Requests.session(request), Requests.locale(headers)));
        List<AcceptanceRecord> mine = Requests.done(agreements.mine(Requests.session(request)));
        ObjectNode json = Json.object()
                .put("version", text.version())
                .put("language", text.language())
                .put("text", text.text())
                .put("hash", text.hash());
        ArrayNode signed = json.putArray("signed");
        mine.forEach(each -> signed.add(json(each)));
        return json;
    }

    /** Signing what is signed changes nothing and gives the same answer, whatever the key. */
    @POST
    public JsonNode sign(
            @Context HttpServletRequest request,
            @Body({"version", "language", "hash", "name", "title", "organisation"}) JsonNode body) {
        Requests.optionalKey(request, body);
        AcceptAgreement command = new AcceptAgreement(
                body.path("version").asInt(0),
                Bodies.text(body, "language"),
                Bodies.text(body, "hash"),
                Bodies.text(body, "name"),
                Bodies.text(body, "title"),
                Bodies.text(body, "organisation"));
        return json(Requests.done(agreements.accept(Requests.session(request), command)));
    }

    static ObjectNode json(AcceptanceRecord signed) {
        return Json.object()
                .put("version", signed.version())
                .put("language", signed.language())
                .put("hash", signed.hash())
                .put("name", signed.name())
                .put("title", signed.title())
                .put("organisation", signed.organisation())
                .put("at", signed.at().toString());
    }
}
