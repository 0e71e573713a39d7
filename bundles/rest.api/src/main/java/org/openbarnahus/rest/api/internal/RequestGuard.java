// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import tools.jackson.databind.JsonNode;

/** What holds for every request: JSON only on the way in, and only where it is read; nothing cached on the way out. */
final class RequestGuard implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @Context
    private @Nullable ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        boolean json = type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE) && !type.isWildcardType();
        // last, because CXF copies a whole body to know whether there is one
        if (!json && WITH_BODY.contains(request.getMethod()) && request.hasEntity()) {
            throw new ProblemException(Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
        }
        if (json && resource != null && !takesBody(resource.getResourceMethod()) && request.hasEntity()) {
            Members.check(JsonProvider.read(request.getEntityStream()), Set.of());
        }
    }

    /** A body that is sent to a method without one would not be read, and its sender would not know. */
    static boolean takesBody(Method method) {
        return Stream.of(method.getParameterTypes()).anyMatch(JsonNode.class::isAssignableFrom);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Cache-Control", "no-store");
    }
}
