// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.core.service.store.ChainedEntry;

/** Follows a chain from its first entry to its head and computes every hash anew. */
final class AuditWalk {
    /** The entries after a number, as many as the source likes. */
    interface Source {
        List<ChainedEntry> after(long seq) throws SQLException;
    }

    private AuditWalk() {}

    /** Where it does not hold, or the number after the last entry when the head says otherwise. */
    static OptionalLong brokenAt(ChainHead head, Source source) throws SQLException {
        long seq = 0;
        String hash = AuditForm.FIRST;
        List<ChainedEntry> batch = source.after(seq);
        while (!batch.isEmpty() && seq < head.seq()) {
            for (ChainedEntry entry : batch) {
                if (seq == head.seq()) {
                    break; // written since
                }
                seq++;
                if (!AuditForm.link(seq, hash, entry.entry()).equals(entry)) {
                    return OptionalLong.of(seq);
                }
                hash = entry.hash();
            }
            batch = source.after(seq);
        }
        return seq == head.seq() && hash.equals(head.hash()) ? OptionalLong.empty() : OptionalLong.of(seq + 1);
    }
}
