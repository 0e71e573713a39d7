// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
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
import org.osgi.service.servlet.runtime.dto.RuntimeDTO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether every servlet that is there has been taken in. The port opens before the whiteboard has taken them in one by one; until
 * then a page that exists would answer 404, as if it did not. Once ready it stays so as long as the port is open: what comes and
 * goes later are plugins. Without our own pages the door stays shut: they wait for the database. Another servlet that is never
 * taken in keeps it shut for a minute, not for ever.
 */
@Component(service = Readiness.class)
public final class Readiness implements BooleanSupplier {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final String PATTERN = "osgi.http.whiteboard.servlet.pattern";
    /** Our own, which come one after the other too. */
    private static final Set<String> NEEDED =
            Set.of(WebContext.SETUP, WebContext.SIGN_IN, WebContext.AGREEMENT, WebContext.TRAINING, WebContext.ACCOUNT);
    /** Looking takes the whiteboard's lock: not at every request. */
    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();

    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();

    private final BundleContext context;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile @Nullable HttpServiceRuntime runtime;
    private volatile long since = System.nanoTime();
    private volatile boolean ready;

    @Activate
    public Readiness(BundleContext context) {
        this.context = context;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            updated = "updatedRuntime")
    void setRuntime(HttpServiceRuntime service) {
        since = System.nanoTime();
        runtime = service;
    }

    /** It counts its changes in a property; without this method each count would be a new service to us. */
    void updatedRuntime(HttpServiceRuntime service) {
        // looked at when somebody asks
    }

    /** The port is closed, and opened again perhaps: with a renewed certificate. */
    void unsetRuntime(HttpServiceRuntime service) {
        if (runtime == service) {
            runtime = null;
            ready = false;
        }
    }

    @Override
    public boolean getAsBoolean() {
        HttpServiceRuntime current = runtime;
        if (!ready && current != null && itIsTime()) {
            ready = opens(current.getRuntimeDTO(), offered(), System.nanoTime() - since > PATIENCE_NANOS);
        }
        return ready;
    }

    private boolean itIsTime() {
        long now = System.nanoTime();
        long next = nextLook.get();
        return now - next >= 0 && nextLook.compareAndSet(next, now + PAUSE_NANOS);
    }

    /**
     * Whether to open now.
     *
     * @param late whether what is not taken in yet has had its time
     */
    static boolean opens(RuntimeDTO runtime, Collection<ServiceReference<Servlet>> offered, boolean late) {
        boolean own = offered.stream()
                .flatMap(Readiness::patterns)
                .collect(Collectors.toSet())
                .containsAll(NEEDED);
        List<Long> missing = missing(runtime, offered);
        if (own && late && !missing.isEmpty()) {
            LOG.warn("these servlets were never taken in, by service.id; open without them: {}", missing);
        }
        return own && (late || missing.isEmpty());
    }

    /** Ids of services that are not taken in yet. */
    private static List<Long> missing(RuntimeDTO runtime, Collection<ServiceReference<Servlet>> offered) {
        Set<Long> known = Stream.concat(
                        Arrays.stream(runtime.servletContextDTOs)
                                .flatMap(c -> Arrays.stream(c.servletDTOs))
                                .map(servlet -> servlet.serviceId),
                        Arrays.stream(runtime.failedServletDTOs).map(servlet -> servlet.serviceId))
                .collect(Collectors.toSet());
        return offered.stream()
                .map(servlet -> (Long) servlet.getProperty("service.id"))
                .filter(id -> !known.contains(id))
                .toList();
    }

    private static Stream<String> patterns(ServiceReference<Servlet> servlet) {
        Object value = servlet.getProperty(PATTERN);
        Stream<?> all = value instanceof Object[] many ? Arrays.stream(many) : Stream.of(value);
        return all.map(String::valueOf);
    }

    private Collection<ServiceReference<Servlet>> offered() {
        try {
            return context.getServiceReferences(Servlet.class, "(" + PATTERN + "=*)");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
