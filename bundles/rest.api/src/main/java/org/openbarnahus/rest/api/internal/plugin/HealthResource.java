// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.plugin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.auth.web.PublicPath;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.gate.CountryReady;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.rest.api.RestResource;
import org.openbarnahus.rest.api.internal.Json;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether the product answers, for load balancers and the launcher; needs nobody signed in and says nothing else. 200 with
 * UP, 503 with DOWN while the database does not answer or nobody could sign in yet. Until every page can be reached the front
 * door answers 503 instead.
 */
@Component(service = {RestResource.class, PublicPath.class})
@Path("/health")
@Produces("application/json")
public class HealthResource implements RestResource, PublicPath {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable SiteStore store;

    @Reference(
            service = RestResource.class,
            target = "(component.name=org.openbarnahus.rest.api.internal.session.SessionResource)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable RestResource signIn;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable CountryReady countries;

    @Override
    public String prefix() {
        return "/api/v1/health";
    }

    @GET
    public Response health() {
        boolean up = signIn != null && databaseAnswers();
        CountryReady ready = countries;
        ObjectNode body = Json.object().put("status", up ? "UP" : "DOWN");
        body.put("cases", ready == null ? "waiting for a national plugin" : "ready");
        return Response.status(up ? 200 : 503).entity(body).build();
    }

    private boolean databaseAnswers() {
        SiteStore current = store;
        if (current == null) {
            return false;
        }
        try {
            current.ping();
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }
}
