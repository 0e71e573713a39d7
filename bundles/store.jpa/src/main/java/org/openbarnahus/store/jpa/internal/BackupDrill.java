// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.LocalBackupService.Drill;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.core.service.store.ChainedEntry;
import org.openbarnahus.core.service.store.KeyService;

/** A backup is worth what can be read from it: restores it beside the running database and reads every case. */
record BackupDrill(OpenStore running, KeyService keys) {
    private static final int MOST_FAULTS = 20;

    /** Which case lies in which house. */
    private record Place(ServiceId house, CaseId id) {}

    Drill run(Path file, Path scratch) {
        // all houses of a backup lie together for as long as the trial takes
        String url = "jdbc:h2:file:" + scratch + "/db;CIPHER=AES;WRITE_DELAY=0";
        Restore restore = new Restore(file, scratch.resolve("files"), keys);
        try (OpenStore restored = new OpenStore(
                Settings.of(url, "openbarnahus", "").unlock(), keys, running.time(), List::of, Optional.of(restore))) {
            Manifest manifest = restore.manifest();
            List<String> faults = new ArrayList<>(unreadable(restored));
            return new Drill(
                    manifest.madeAt(),
                    manifest.rows("case_record"),
                    manifest.rows(),
                    manifest.rows("audit"),
                    missing(manifest, faults),
                    faults);
        }
    }

    /** With the keys that are here now. */
    private static List<String> unreadable(OpenStore restored) {
        List<String> faults = new ArrayList<>();
        for (Place place : places(restored)) {
            try {
                restored.tenants().read(place.house(), unit -> {
                    unit.timeline(place.id());
                    return unit.findCase(place.id()).orElseThrow();
                });
            } catch (RuntimeException e) {
                if (faults.size() < MOST_FAULTS) {
                    faults.add("case " + place.id() + " cannot be read with the keys that are here");
                }
            }
        }
        return faults;
    }

    private static List<Place> places(OpenStore restored) {
        try (Connection connection = restored.database().reading()) {
            return Sql.query(
                    connection,
                    "select service, id from case_record",
                    row -> new Place(
                            new ServiceId(row.getObject(1, UUID.class)), new CaseId(row.getObject(2, UUID.class))));
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    /** Entries since the backup; a fault where the running trail does not go through the place where the backup was made. */
    private long missing(Manifest manifest, List<String> faults) {
        long missing = 0;
        AuditStore trail = running.trail();
        try {
            for (ChainHead now : trail.heads()) {
                Manifest.Head then = manifest.heads().get(now.chain().toString());
                missing += now.seq() - (then == null ? 0 : then.seq());
            }
            for (Map.Entry<String, Manifest.Head> each : manifest.heads().entrySet()) {
                Manifest.Head then = each.getValue();
                String hash = then.seq() == 0
                        ? AuditForm.FIRST
                        : trail.entry(new ServiceId(UUID.fromString(each.getKey())), then.seq())
                                .map(ChainedEntry::hash)
                                .orElse("");
                if (!hash.equals(then.hash())) {
                    faults.add("the running audit trail is not the continuation of the one in the backup: chain "
                            + each.getKey());
                }
            }
        } catch (StoreUnavailableException e) {
            faults.add("the running database could not be compared");
        }
        return missing;
    }
}
