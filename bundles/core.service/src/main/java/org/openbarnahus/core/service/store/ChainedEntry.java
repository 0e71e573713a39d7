// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;

/**
 * An audit entry at its place in a chain. The format is described in {@code docs/auditor/audit-format.md}.
 *
 * @param seq 1 for the first of a chain, without gaps
 * @param previous hash of the entry before, 64 zeros for the first
 * @param hash SHA-256 over the canonical form of all that stands here, lower-case hex
 */
public record ChainedEntry(long seq, String previous, String hash, AuditEntry entry) {
    /** The house, or {@link AuditStore#SITE}. */
    public ServiceId chain() {
        return entry.service().orElse(AuditStore.SITE);
    }
}
