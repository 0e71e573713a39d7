// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * What a bundle of others sees of the registry: its own services, and those that are nothing but published extension points.
 * Stores, keys, gates, sessions and the container's own services are not there for it.
 */
final class Curtain implements FindHook, EventListenerHook {
    @Override
    public void find(
            BundleContext context,
            @Nullable String name,
            @Nullable String filter,
            boolean all,
            Collection<ServiceReference<?>> references) {
        if (PluginFolder.foreign(context.getBundle())) {
            references.removeIf(reference -> hidden(reference, context.getBundle()));
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners
                .keySet()
                .removeIf(context -> PluginFolder.foreign(context.getBundle())
                        && hidden(event.getServiceReference(), context.getBundle()));
    }

    private static boolean hidden(ServiceReference<?> reference, Bundle from) {
        boolean own = from.equals(reference.getBundle());
        return !own
                && Stream.of((String[]) reference.getProperty(Constants.OBJECTCLASS))
                        .anyMatch(type -> !isExtensionPoint(type));
    }

    private static boolean isExtensionPoint(String type) {
        return type.startsWith("org.openbarnahus.spi.")
                || type.equals("org.openbarnahus.rest.api.RestResource")
                || type.equals("org.openbarnahus.ui.kit.view.ViewContribution");
    }
}
