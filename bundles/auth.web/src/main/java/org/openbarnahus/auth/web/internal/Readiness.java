// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.auth.web.WebContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.dto.RequestInfoDTO;

/**
 * Whether every servlet that is there can be reached. The port opens before the whiteboard has taken them in one by one; until
 * then a page that exists would answer 404, as if it did not. Once ready it stays so: what comes and goes later are plugins.
 */
@Component(service = Readiness.class)
public final class Readiness implements BooleanSupplier {
    private static final String PATTERN = "osgi.http.whiteboard.servlet.pattern";
    private static final Set<String> NEEDED = Set.of(WebContext.SETUP, WebContext.SIGN_IN);

    private final BundleContext context;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable HttpServiceRuntime runtime;

    private volatile boolean ready;

    @Activate
    public Readiness(BundleContext context) {
        this.context = context;
    }

    @Override
    public boolean getAsBoolean() {
        if (!ready) {
            HttpServiceRuntime current = runtime;
            ready = current != null && reachable(current, offered());
        }
        return ready;
    }

    static boolean reachable(HttpServiceRuntime runtime, Collection<ServiceReference<Servlet>> offered) {
        Set<Long> failed = Arrays.stream(runtime.getRuntimeDTO().failedServletDTOs)
                .map(servlet -> servlet.serviceId)
                .collect(Collectors.toSet());
        List<ServiceReference<Servlet>> sound = offered.stream()
                .filter(servlet -> !failed.contains(id(servlet)))
                .toList();
        return sound.stream()
                        .flatMap(Readiness::patterns)
                        .collect(Collectors.toSet())
                        .containsAll(NEEDED)
                && sound.stream().allMatch(servlet -> patterns(servlet).allMatch(p -> leads(runtime, p, servlet)));
    }

    private static boolean leads(HttpServiceRuntime runtime, String pattern, ServiceReference<Servlet> servlet) {
        RequestInfoDTO found = runtime.calculateRequestInfoDTO(pattern.replace("*", ""));
        return found.servletDTO != null && found.servletDTO.serviceId == id(servlet);
    }

    /** Those that are paths; the others ("*.txt") have no one path to try. */
    private static Stream<String> patterns(ServiceReference<Servlet> servlet) {
        Object value = servlet.getProperty(PATTERN);
        Stream<?> all = value instanceof Object[] many ? Arrays.stream(many) : Stream.of(value);
        return all.map(String::valueOf).filter(pattern -> pattern.startsWith("/"));
    }

    private static long id(ServiceReference<Servlet> servlet) {
        return (Long) servlet.getProperty("service.id");
    }

    private Collection<ServiceReference<Servlet>> offered() {
        try {
            return context.getServiceReferences(Servlet.class, "(" + PATTERN + "=*)");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
