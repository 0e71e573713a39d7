// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import org.openbarnahus.core.service.HouseKeyService;
import org.openbarnahus.core.service.query.KeyState;
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

/** The keys of the own house: how many cases lie under which, and a new one. No key is ever shown. */
@Component
@Path("/keys")
@Produces("application/json")
@Consumes("application/json")
public class KeysResource implements RestResource {
    private final HouseKeyService keys;
    private final Repeats repeats;

    @Activate
    public KeysResource(@Reference HouseKeyService keys, @Reference Repeats repeats) {
        this.keys = keys;
        this.repeats = repeats;
    }

    @GET
    public JsonNode state(@Context HttpServletRequest request) {
        return json(Requests.done(keys.state(Requests.session(request))));
    }

    @POST
    @Path("renew")
    public JsonNode renew(@Context HttpServletRequest request) {
        return repeats.once(request, Json.object(), () -> json(Requests.done(keys.renew(Requests.session(request)))));
    }

    private static ObjectNode json(KeyState state) {
        ObjectNode body = Json.object().put("cases", state.cases()).put("bare_cases", state.bare());
        ArrayNode versions = body.putArray("versions");
        state.versions()
                .forEach(each ->
                        versions.add(Json.object().put("number", each.number()).put("cases", each.cases())));
        state.rotation().ifPresent(rotation -> {
            ObjectNode node = body.putObject("rotation")
                    .put("started", rotation.started().toString())
                    .put("cases", rotation.cases())
                    .put("texts", rotation.texts())
                    .put("running", rotation.running());
            rotation.finished().ifPresent(at -> node.put("finished", at.toString()));
        });
        return body;
    }
}
