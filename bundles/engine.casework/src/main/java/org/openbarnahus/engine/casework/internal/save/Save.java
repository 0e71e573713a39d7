// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.WriteUnit;

/**
 * A save on its way through the gates.
 *
 * @param snapshot newest schema of the caller's country
 * @param unit open transaction; absent while a save is only checked
 * @param audit entries for the transaction, filled by gate 7
 * @param events for the outbox, filled by gate 8
 */
public record Save(
        Caller caller,
        AuditEntry.Action action,
        SchemaSnapshot snapshot,
        Draft draft,
        Optional<WriteUnit> unit,
        List<AuditEntry> audit,
        List<OutboxEvent> events) {
    public Save {
        audit = List.copyOf(audit);
        events = List.copyOf(events);
    }

    /** A save that has passed no gate yet. */
    public static Save of(Caller caller, AuditEntry.Action action, SchemaSnapshot snapshot, Draft draft) {
        return new Save(caller, action, snapshot, draft, Optional.empty(), List.of(), List.of());
    }

    public Save in(WriteUnit transaction) {
        return new Save(caller, action, snapshot, draft, Optional.of(transaction), audit, events);
    }

    Save with(Draft other) {
        return new Save(caller, action, snapshot, other, unit, audit, events);
    }

    Save audited(List<AuditEntry> entries) {
        return new Save(caller, action, snapshot, draft, unit, entries, events);
    }

    Save publishing(List<OutboxEvent> outbox) {
        return new Save(caller, action, snapshot, draft, unit, audit, outbox);
    }
}
