// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.engine.schema.internal.canonical.SnapshotText;

/** Every composition that is or was in force: kept in the database as soon as it is there, read back when asked for. */
final class Archive {
    private static final int CACHED = 64;

    private final Supplier<Optional<SiteStore>> store;
    private final Set<SnapshotId> kept = ConcurrentHashMap.newKeySet();
    private final Map<SnapshotId, SchemaSnapshot> waiting = new ConcurrentHashMap<>();
    private final Map<SnapshotId, SchemaSnapshot> cache = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SnapshotId, SchemaSnapshot> eldest) {
            return size() > CACHED;
        }
    };

    /**
     * @param store the database, when it is there
     */
    Archive(Supplier<Optional<SiteStore>> store) {
        this.store = store;
    }

    /** Takes the compositions now in force in, and keeps them when the database is there. */
    void inForce(Collection<SchemaSnapshot> snapshots) {
        snapshots.forEach(s -> {
            remember(s);
            if (!kept.contains(s.id())) {
                waiting.put(s.id(), s);
            }
        });
        keepWaiting();
    }

    /**
     * Keeps what could not be kept before.
     *
     * @return whether nothing is left
     */
    boolean keepWaiting() {
        Optional<SiteStore> database = waiting.isEmpty() ? Optional.empty() : store.get();
        if (database.isEmpty()) {
            return waiting.isEmpty();
        }
        try {
            for (SchemaSnapshot snapshot : waiting.values()) {
                database.get().keepSnapshot(snapshot.id(), snapshot.country(), SnapshotText.write(snapshot));
                kept.add(snapshot.id());
                waiting.remove(snapshot.id());
            }
        } catch (StoreUnavailableException e) {
            return false; // asked again soon; nothing can be saved under it meanwhile either
        }
        return true;
    }

    /**
     * @throws StoreUnavailableException when only the database could tell and does not answer
     */
    Optional<SchemaSnapshot> find(SnapshotId id) {
        synchronized (cache) {
            SchemaSnapshot known = cache.get(id);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<SchemaSnapshot> read =
                store.get().flatMap(s -> s.snapshot(id)).map(text -> SnapshotText.read(id, text));
        read.ifPresent(this::remember);
        return read;
    }

    /**
     * A composition of the country that has the field.
     *
     * @throws StoreUnavailableException when only the database could tell and does not answer
     */
    Optional<SchemaSnapshot> knowing(String country, FieldId field) {
        List<SchemaSnapshot> remembered;
        synchronized (cache) {
            remembered = List.copyOf(cache.values());
        }
        Stream<SchemaSnapshot> read = store.get().stream()
                .flatMap(s -> s.snapshotsWith(country, "\"" + field + "\"").stream())
                .flatMap(id -> find(id).stream());
        return Stream.concat(remembered.reversed().stream(), read)
                .filter(s -> s.country().equals(country) && s.field(field).isPresent())
                .findFirst();
    }

    private void remember(SchemaSnapshot snapshot) {
        synchronized (cache) {
            cache.put(snapshot.id(), snapshot);
        }
    }
}
