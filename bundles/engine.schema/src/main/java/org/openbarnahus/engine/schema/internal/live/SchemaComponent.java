// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.PackStatus;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gate 2 in the running product: finds packs in bundles and in {@code ${openbarnahus.etc}/packs}, and keeps the schemas of
 * the countries that {@code country} of the configuration {@code org.openbarnahus.site} names; none named means every country
 * that has a pack.
 */
@Component(
        service = {SchemaGate.class, SchemaComponent.class},
        configurationPid = "org.openbarnahus.site",
        immediate = true)
public final class SchemaComponent implements SchemaGate {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaComponent.class);
    private static final String ETC = "openbarnahus.etc";
    private static final long LOOK_MILLIS = 500;
    private static final long KEEP_MILLIS = 1000;

    private final ScheduledExecutorService thread;
    private final SchemaHouse house;
    private final PackQueue queue;
    private final BundlePacks bundles;
    private final OsgiSurroundings surroundings;

    @Activate
    public SchemaComponent(BundleContext context, Map<String, Object> configuration) {
        thread = Executors.newSingleThreadScheduledExecutor(
                work -> Thread.ofPlatform().name("openbarnahus-schema").daemon().unstarted(work));
        surroundings = new OsgiSurroundings(context);
        house = new SchemaHouse(surroundings);
        queue = new PackQueue(house, thread);
        Set<String> wanted = countries(configuration);
        queue.add(shelf -> shelf.countries(wanted));
        @Nullable String etc = context.getProperty(ETC);
        if (etc != null) {
            FolderPacks folders = new FolderPacks(Path.of(etc, "packs"), queue);
            folders.first();
            repeat(folders::poll, LOOK_MILLIS);
        }
        repeat(house::keepWaiting, KEEP_MILLIS);
        bundles = new BundlePacks(context, queue);
        bundles.open();
    }

    private void repeat(Runnable work, long millis) {
        thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) { // an exception that escapes would end the repetition for ever
                        LOG.error("looking after the packs failed; it is tried again", e);
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    /** Other countries apply at once; the packs found stay. */
    @Modified
    void modified(Map<String, Object> configuration) {
        Set<String> wanted = countries(configuration);
        queue.add(shelf -> shelf.countries(wanted));
    }

    @Deactivate
    void deactivate() {
        bundles.close();
        thread.shutdownNow();
        house.close();
        surroundings.close();
    }

    /** Countries named by {@code country}: one text with commas, or several texts. */
    static Set<String> countries(Map<String, Object> configuration) {
        Object value = configuration.getOrDefault("country", "");
        Stream<String> texts = switch (value) {
            case String[] array -> Stream.of(array);
            case Iterable<?> several -> {
                Stream.Builder<String> builder = Stream.builder();
                several.forEach(v -> builder.add(String.valueOf(v)));
                yield builder.build();
            }
            default -> Stream.of(String.valueOf(value));
        };
        return new TreeSet<>(texts.flatMap(t -> Stream.of(t.split("[,\\s]+")))
                .map(t -> t.toUpperCase(java.util.Locale.ROOT))
                .filter(t -> !t.isEmpty())
                .toList());
    }

    List<PackStatus> packs() {
        return house.packs();
    }

    @Override
    public Optional<SchemaSnapshot> newest(String country) {
        return house.newest(country);
    }

    @Override
    public Optional<SchemaSnapshot> find(SnapshotId id) {
        return house.find(id);
    }

    @Override
    public Optional<SchemaSnapshot> knowing(String country, FieldId field) {
        return house.knowing(country, field);
    }

    @Override
    public List<Problem> validate(
            SchemaSnapshot snapshot, Scope scope, FieldValues values, LocalDate day, LocalDate today, boolean closing) {
        return house.validate(snapshot, scope, values, day, today, closing);
    }
}
