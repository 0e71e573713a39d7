// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.service.LegalHoldService;
import org.openbarnahus.core.service.query.HeldCase;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a legal hold is on a case, for whoever may read it. */
@Component
@Path("/cases/{id}/hold")
@Produces("application/json")
public class CaseHoldResource implements RestResource {
    private final LegalHoldService holds;

    @Activate
    public CaseHoldResource(@Reference LegalHoldService holds) {
        this.holds = holds;
    }

    @GET
    public JsonNode find(@Context HttpServletRequest request, @PathParam("id") String id) {
        Optional<HeldCase> held = Requests.done(holds.ofCase(Requests.session(request), Requests.id(id, CaseId::of)));
        ObjectNode body = Json.object().put("on", held.isPresent());
        held.ifPresent(hold -> body.put("since", hold.since().toString())
                .put("review_on", hold.reviewOn().toString()));
        return body;
    }
}
