// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.PackStatus;
import org.openbarnahus.engine.schema.internal.validate.Validation;

/**
 * The schemas in force. Changes come in batches from one thread and are seen whole: first kept in the archive, then in force,
 * then announced.
 */
final class SchemaHouse implements SchemaGate {
    private final PackShelf shelf = new PackShelf();
    private final Surroundings surroundings;
    private final Archive archive;
    private volatile InForce now = new InForce(Map.of(), List.of());

    private record InForce(Map<String, SchemaSnapshot> snapshots, List<PackStatus> packs) {}

    SchemaHouse(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.archive = new Archive(surroundings::store);
    }

    /** Applies changes to the shelf and puts the composition that results into force. */
    synchronized void change(List<Consumer<PackShelf>> changes) {
        changes.forEach(c -> c.accept(shelf));
        InForce before = now;
        InForce after = new InForce(Map.copyOf(shelf.snapshots()), shelf.status());
        archive.inForce(after.snapshots().values());
        now = after;
        surroundings.ready(after.snapshots().keySet());
        changed(before, after).forEach(surroundings::schemaChanged);
        if (!before.packs().equals(after.packs())) {
            surroundings.packsChanged();
        }
    }

    private static List<String> changed(InForce before, InForce after) {
        Set<String> countries = new TreeSet<>(before.snapshots().keySet());
        countries.addAll(after.snapshots().keySet());
        List<String> changed = new ArrayList<>();
        for (String country : countries) {
            Optional<SnapshotId> old =
                    Optional.ofNullable(before.snapshots().get(country)).map(SchemaSnapshot::id);
            Optional<SnapshotId> fresh =
                    Optional.ofNullable(after.snapshots().get(country)).map(SchemaSnapshot::id);
            if (!old.equals(fresh)) {
                changed.add(country);
            }
        }
        return changed;
    }

    /** Withdraws everything: the product stops. */
    synchronized void close() {
        now = new InForce(Map.of(), List.of());
        surroundings.ready(Set.of());
    }

    /** Keeps what the database could not take before; true when nothing is left to keep. */
    boolean keepWaiting() {
        return archive.keepWaiting();
    }

    List<PackStatus> packs() {
        return now.packs();
    }

    @Override
    public Optional<SchemaSnapshot> newest(String country) {
        return Optional.ofNullable(now.snapshots().get(country));
    }

    @Override
    public Optional<SchemaSnapshot> find(SnapshotId id) {
        for (SchemaSnapshot snapshot : now.snapshots().values()) {
            if (snapshot.id().equals(id)) {
                return Optional.of(snapshot);
            }
        }
        return archive.find(id);
    }

    @Override
    public Optional<SchemaSnapshot> knowing(String country, FieldId field) {
        return SchemaGate.super.knowing(country, field).or(() -> archive.knowing(country, field));
    }

    @Override
    public List<Problem> validate(
            SchemaSnapshot snapshot, Scope scope, FieldValues values, LocalDate day, LocalDate today, boolean closing) {
        return Validation.of(snapshot, scope, values, day, today, closing);
    }
}
