// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import jakarta.servlet.Servlet;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.jaxrs.lifecycle.SingletonResourceProvider;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.rest.api.RestResource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** CXF under /api/v1, rebuilt at the first request after resources have come or gone: they come and go in swarms. */
@Component(service = RestServer.class, immediate = true)
public class RestServer {
    private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);
    private static final long PATIENCE_SECONDS = 1;

    private final List<RestResource> resources = new CopyOnWriteArrayList<>();
    private final DestinationRegistryImpl registry = new DestinationRegistryImpl();
    private final HTTPTransportFactory transport = new HTTPTransportFactory(registry);
    private final ReentrantReadWriteLock rebuilding = new ReentrantReadWriteLock(true);
    private final Bus bus;
    private @Nullable ServiceRegistration<Servlet> servlet;
    private @Nullable Server server;
    private boolean stopped;
    private volatile boolean outdated;

    @Activate
    public RestServer() {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        bus = withCxfLoader(() -> new CXFBusFactory().createBus());
        // the servlet and the server must share one registry, or the servlet knows no address
        bus.setExtension(transport, HTTPTransportFactory.class);
        // or CXF would look for one among all resources, at every request
        bus.setExtension(CXFBusFactory.class.getClassLoader(), ClassLoader.class);
    }

    /** Runs after the resources known so far are bound, so that early requests do not meet an empty server. */
    @Activate
    void start(BundleContext context) {
        servlet = context.registerService(
                Servlet.class,
                new ApiServlet(registry, bus, rebuilding.readLock(), this::bringUpToDate),
                new Hashtable<>(Map.of(
                        "osgi.http.whiteboard.servlet.pattern",
                        "/api/v1/*",
                        "osgi.http.whiteboard.context.select",
                        WebContext.SELECT,
                        "osgi.http.whiteboard.servlet.asyncSupported",
                        true,
                        // CXF's own page tells what is there to whoever is signed in
                        "servlet.init.hide-service-list-page",
                        "true")));
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addResource(RestResource resource) {
        resources.add(resource);
        outdated = true;
    }

    void removeResource(RestResource resource) {
        resources.remove(resource);
        outdated = true;
    }

    @Deactivate
    void stop() {
        if (servlet != null) {
            servlet.unregister();
        }
        alone(() -> {
            stopped = true;
            if (server != null) {
                server.destroy();
            }
            bus.shutdown(true);
        });
    }

    private void bringUpToDate() {
        if (!outdated) {
            return;
        }
        alone(() -> {
            if (!outdated) {
                return; // another request has done it
            }
            outdated = false;
            if (server != null) {
                server.destroy();
                server = null;
            }
            List<RestResource> present = List.copyOf(resources);
            if (!present.isEmpty() && !stopped) {
                try {
                    server = withCxfLoader(() -> createServer(present));
                } catch (RuntimeException e) {
                    outdated = true;
                    LOG.error("the REST interface cannot be built", e);
                    throw e;
                }
            }
        });
    }

    /**
     * Does the work while no request runs, but waits a moment only: a long request, such as an import, must not keep the others
     * out.
     */
    private synchronized void alone(Runnable work) {
        boolean held = false;
        try {
            held = rebuilding.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            work.run();
        } finally {
            if (held) {
                rebuilding.writeLock().unlock();
            }
        }
    }

    private Server createServer(List<RestResource> present) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setDestinationFactory(transport);
        factory.setAddress("/");
        factory.setResourceClasses(
                present.stream().<Class<?>>map(Object::getClass).toList());
        present.forEach(r -> factory.setResourceProvider(r.getClass(), new SingletonResourceProvider(r)));
        factory.setProviders(List.of(new JsonProvider(), new ProblemMapper(), new RequestGuard()));
        return factory.create();
    }

    private static <T> T withCxfLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(CXFBusFactory.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
