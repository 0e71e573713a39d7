// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.docs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.query.JsonSchemaKind;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.Requests;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAPI 3.1: the hand-kept description of the addresses, with the published JSON Schemas of the caller's country put in, so
 * that generated clients know the national fields too. A test holds the description against the resources.
 */
@Component
@Path("/")
public class OpenApiResource implements RestResource {
    private final SchemaService schemas;

    @Activate
    public OpenApiResource(@Reference SchemaService schemas) {
        this.schemas = schemas;
    }

    @GET
    @Path("openapi.json")
    @Produces("application/json")
    public JsonNode document(@Context HttpServletRequest request) {
        Session session = Requests.session(request);
        ObjectNode document = read();
        ObjectNode components = (ObjectNode) document.path("components").path("schemas");
        schemas.current(session).ifPresent(schema -> {
            put(components, "Case", session, schema, JsonSchemaKind.CASE);
            put(components, "TimelineEntry", session, schema, JsonSchemaKind.TIMELINE_ENTRY);
        });
        return document;
    }

    /** The same, to read. */
    @GET
    @Path("docs")
    @Produces("text/html")
    public Response page(@Context HttpServletRequest request) {
        Requests.session(request);
        return Response.ok(new DocsPage(read()).html(), "text/html;charset=UTF-8")
                .header("Content-Security-Policy", DocsPage.POLICY)
                .build();
    }

    private void put(ObjectNode components, String name, Session session, SchemaSnapshot schema, JsonSchemaKind kind) {
        schemas.jsonSchema(session, schema.id(), kind)
                .ifPresent(json -> components.set(name, Json.MAPPER.readTree(json)));
    }

    /** The hand-kept description. */
    static ObjectNode read() {
        try (InputStream in = OpenApiResource.class.getResourceAsStream("openapi.json")) {
            return (ObjectNode) Json.MAPPER.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
