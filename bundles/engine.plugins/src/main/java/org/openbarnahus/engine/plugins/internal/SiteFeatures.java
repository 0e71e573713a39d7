// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.plugins.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.engine.plugins.internal.Shelf.Item;
import org.openbarnahus.engine.plugins.internal.Shelf.SwitchFailedException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Switches on what the site needs: the countries of its configuration and of its houses, and the features that the
 * configuration names. What somebody chose on the Plugins page wins over all of it. Houses are looked for again and again,
 * so that a house made by the set-up page has its law a moment later.
 */
@Component(service = SiteFeatures.class, immediate = true, configurationPid = "org.openbarnahus.site")
@Designate(ocd = SiteFeatures.Config.class)
public final class SiteFeatures {
    private static final Logger LOG = LoggerFactory.getLogger(SiteFeatures.class);
    private static final String COUNTRY = "openbarnahus-country-";
    private static final long EVERY_SECONDS = 2;

    /** Settings of the site. */
    @ObjectClassDefinition(name = "Site")
    public @interface Config {
        @AttributeDefinition(
                description = "Countries whose houses work here, as SE or SE,NO; none: those of the houses")
        String country() default "";

        @AttributeDefinition(description = "Further plugins to switch on, by name, with commas")
        String features() default "";
    }

    private final Shelf shelf;
    private final SiteStore store;
    private final Choices choices;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            r -> Thread.ofPlatform().daemon().name("site-features").unstarted(r));
    private volatile Wish wish;
    private Set<String> applied = Set.of();

    /** What the configuration asks for. */
    record Wish(String country, String features) {
        static Wish of(Config config) {
            return new Wish(config.country(), config.features());
        }
    }

    @Activate
    public SiteFeatures(Config config, @Reference Shelf shelf, @Reference SiteStore store, @Reference Choices choices) {
        this(Wish.of(config), shelf, store, choices);
        executor.scheduleWithFixedDelay(this::applySafely, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Does nothing by itself. */
    SiteFeatures(Wish wish, Shelf shelf, SiteStore store, Choices choices) {
        this.wish = wish;
        this.shelf = shelf;
        this.store = store;
        this.choices = choices;
    }

    @Modified
    void modified(Config changed) {
        wish = Wish.of(changed);
    }

    @Deactivate
    void stop() {
        executor.shutdownNow();
    }

    private void applySafely() {
        try {
            apply();
        } catch (StoreUnavailableException e) {
            LOG.debug("the houses are not known yet", e);
        } catch (RuntimeException e) {
            LOG.error("the site's plugins could not be switched on", e);
        }
    }

    /** Does something only when what is wanted has changed since the last time. */
    void apply() {
        Set<String> wanted = wanted();
        if (wanted.equals(applied)) {
            return;
        }
        for (Item item : shelf.items()) {
            boolean want = choices.of(item.name()).orElse(wanted.contains(item.name()) || item.in());
            if (want != item.in()) {
                put(item, want);
            }
        }
        applied = wanted;
    }

    private void put(Item item, boolean in) {
        try {
            shelf.put(item, in);
            LOG.info("{} is switched {} for this site", item.name(), in ? "on" : "off");
        } catch (SwitchFailedException e) {
            LOG.error("{} could not be switched {}", item.name(), in ? "on" : "off", e);
        }
    }

    private Set<String> wanted() {
        Wish current = wish;
        Set<String> wanted = new TreeSet<>(choices.on());
        list(current.country()).forEach(c -> wanted.add(feature(c)));
        wanted.addAll(list(current.features()));
        store.services().stream().map(BarnahusRecord::country).forEach(c -> wanted.add(feature(c)));
        return wanted;
    }

    private static String feature(String country) {
        return COUNTRY + country.toLowerCase(Locale.ROOT);
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
