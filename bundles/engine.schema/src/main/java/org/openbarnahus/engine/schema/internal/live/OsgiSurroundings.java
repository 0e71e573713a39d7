// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.SchemaListener;
import org.openbarnahus.core.service.gate.CountryReady;
import org.openbarnahus.core.service.store.SiteStore;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds services as they come instead of by reference: listeners and the database may themselves wait for
 * the schema, and a reference would close that circle.
 */
final class OsgiSurroundings implements Surroundings {
    private static final Logger LOG = LoggerFactory.getLogger(OsgiSurroundings.class);

    private final BundleContext context;
    private final ServiceTracker<SiteStore, SiteStore> stores;
    private volatile Set<String> countries = Set.of();
    private @Nullable ServiceRegistration<CountryReady> registration;

    OsgiSurroundings(BundleContext context) {
        this.context = context;
        this.stores = new ServiceTracker<>(context, SiteStore.class, null);
        this.stores.open();
    }

    void close() {
        stores.close();
    }

    @Override
    public Optional<SiteStore> store() {
        return Optional.ofNullable(stores.getService());
    }

    @Override
    public void schemaChanged(String country) {
        tellAll(listener -> listener.schemaChanged(country));
    }

    @Override
    public void packsChanged() {
        tellAll(SchemaListener::packsChanged);
    }

    private void tellAll(Consumer<SchemaListener> news) {
        try {
            for (ServiceReference<SchemaListener> reference :
                    context.getServiceReferences(SchemaListener.class, null)) {
                tell(reference, news);
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter has no syntax", e);
        }
    }

    private void tell(ServiceReference<SchemaListener> reference, Consumer<SchemaListener> news) {
        SchemaListener listener = context.getService(reference);
        if (listener == null) {
            return;
        }
        try {
            news.accept(listener);
        } catch (RuntimeException e) {
            LOG.error(
                    "{} failed to take the changed schema in",
                    listener.getClass().getName(),
                    e);
        } finally {
            context.ungetService(reference);
        }
    }

    @Override
    public synchronized void ready(Set<String> now) {
        if (now.equals(countries)) {
            return;
        }
        countries = Set.copyOf(now);
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(CountryReady.COUNTRY, new TreeSet<>(now).toArray(String[]::new));
        ServiceRegistration<CountryReady> before = registration;
        if (before != null && now.isEmpty()) {
            before.unregister();
            registration = null;
        } else if (before != null) {
            before.setProperties(properties);
        } else {
            registration = context.registerService(CountryReady.class, () -> countries, properties);
        }
    }
}
