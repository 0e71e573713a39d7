// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.util.List;
import org.openbarnahus.core.security.AuditEntry;

/**
 * What a write gives back.
 *
 * @param audit at least one entry
 * @param events for the outbox; published after commit, in order, at least once
 */
public record Written<T>(T value, List<AuditEntry> audit, List<OutboxEvent> events) {
    public Written {
        audit = List.copyOf(audit);
        events = List.copyOf(events);
        if (audit.isEmpty()) {
            throw new IllegalArgumentException("every write is audited");
        }
    }
}
