// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.plugin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.PluginService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.query.PackStatus;
import org.openbarnahus.core.service.query.PluginInfo;
import org.openbarnahus.core.service.text.ErrorTexts;
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

/** What is installed, and switching it on and off. */
@Component
@Path("/plugins")
@Produces("application/json")
@Consumes("application/json")
public class PluginsResource implements RestResource {
    private final PluginService plugins;
    private final SchemaService schemas;

    @Activate
    public PluginsResource(@Reference PluginService plugins, @Reference SchemaService schemas) {
        this.plugins = plugins;
        this.schemas = schemas;
    }

    @GET
    public JsonNode list(@Context HttpServletRequest request, @Context HttpHeaders headers) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("plugins");
        plugins.plugins(Requests.session(request)).forEach(p -> list.add(json(p, Requests.locale(headers))));
        ArrayNode packs = body.putArray("packs");
        schemas.packs(Requests.session(request)).forEach(p -> packs.add(json(p)));
        return body;
    }

    /** Body: {@code {"state": "on"}} or {@code {"state": "off"}}. */
    @PUT
    @Path("{id}")
    public JsonNode switchTo(
            @Context HttpServletRequest request,
            @Context HttpHeaders headers,
            @PathParam("id") String id,
            @Body("state") JsonNode body) {
        boolean on = switch (body.path("state").asString("")) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new ProblemException(Problem.at(ErrorCode.UNKNOWN_CODE, "/state"));
        };
        return json(Requests.done(plugins.switchTo(Requests.session(request), id, on)), Requests.locale(headers));
    }

    private static ObjectNode json(PluginInfo plugin, Locale locale) {
        ObjectNode json = Json.object()
                .put("id", plugin.id())
                .put("title", plugin.title())
                .put("version", plugin.version())
                .put("state", plugin.state().name().toLowerCase(Locale.ROOT))
                .put("switchable", plugin.switchable());
        texts(json.putArray("provides"), plugin.provides());
        texts(json.putArray("problems"), plugin.problems());
        plugin.signer().ifPresent(signer -> json.put("signer", signer));
        plugin.refusal()
                .ifPresent(why -> json.putObject("refusal")
                        .put("code", why.code().name())
                        .put("message", ErrorTexts.message(why, locale)));
        return json;
    }

    private static ObjectNode json(PackStatus pack) {
        ObjectNode json = Json.object()
                .put("code", pack.code())
                .put("version", pack.version())
                .put("kind", pack.kind())
                .put("country", pack.country().orElse(null))
                .put("draft", pack.draft())
                .put("source", pack.source())
                .put("active", pack.active());
        texts(json.putArray("problems"), pack.problems());
        return json;
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
