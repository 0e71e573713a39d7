// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.internal.AbstractRouteRegistry;
import com.vaadin.flow.server.InvalidRouteConfigurationException;
import com.vaadin.flow.server.InvalidRouteLayoutConfigurationException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page contributions of the moment; keeps Flow's route registries equal to them. */
@org.osgi.service.component.annotations.Component(service = Views.class)
public final class Views {
    private static final Logger LOG = LoggerFactory.getLogger(Views.class);

    private final Map<Class<?>, ViewContribution> byClass = new ConcurrentHashMap<>();
    private final List<AbstractRouteRegistry> registries = new CopyOnWriteArrayList<>();
    private final Pages pages;

    @Activate
    public Views(@Reference Pages pages) {
        this.pages = pages;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addView(ViewContribution view) {
        boolean taken = byClass.values().stream().anyMatch(v -> v.path().equals(view.path()));
        if (taken || byClass.putIfAbsent(view.viewClass(), view) != null) {
            LOG.warn("View {} of {} is left out: its path or class is taken", view.path(), view.viewClass());
            return;
        }
        registries.forEach(r -> route(r, view));
        pages.refresh();
    }

    void removeView(ViewContribution view) {
        if (byClass.remove(view.viewClass(), view)) {
            registries.forEach(r -> r.removeRoute(view.path()));
            pages.refresh();
        }
    }

    /** Keeps the registry equal to the contributions from now on, until {@link #leave}. */
    void serve(AbstractRouteRegistry registry) {
        registry.setRoute("", HomeView.class, List.of());
        registries.add(registry);
        byClass.values().forEach(v -> route(registry, v));
    }

    void leave(AbstractRouteRegistry registry) {
        registries.remove(registry);
    }

    private static void route(AbstractRouteRegistry registry, ViewContribution view) {
        List<Class<? extends RouterLayout>> frame = view.inLayout() ? List.of(MainLayout.class) : List.of();
        try {
            registry.setRoute(view.path(), view.viewClass(), frame);
        } catch (InvalidRouteConfigurationException | InvalidRouteLayoutConfigurationException e) {
            LOG.error("View {} of {} cannot be routed: {}", view.path(), view.viewClass(), e.getMessage());
        }
    }

    Optional<ViewContribution> of(Class<?> viewClass) {
        return Optional.ofNullable(byClass.get(viewClass));
    }

    Optional<ViewContribution> of(Component view) {
        return of(view.getClass());
    }

    /** The person's menu, in order. */
    List<ViewContribution> menu(Session session) {
        return byClass.values().stream()
                .filter(v -> v.inMenu() && v.visibleTo(session))
                .sorted(Comparator.comparingInt(ViewContribution::order).thenComparing(ViewContribution::path))
                .toList();
    }
}
