// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.AuditSigner;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.core.service.store.ChainedEntry;

/**
 * Signs where the chains stand, now and then, and holds the database against what was signed. A chain that does not agree is
 * not signed any more: a new signature would cover up what happened.
 */
final class Checkpoints {
    /**
     * A disagreement.
     *
     * @param chain {@link AuditStore#SITE} when it is about the file as a whole
     */
    record Fault(ServiceId chain, long seq, String words) {}

    private final AuditStore store;
    private final AuditSigner signer;
    private final Path path;
    private final Duration interval;
    private final long entries;

    @GuardedBy("this")
    private final Map<ServiceId, Instant> due = new HashMap<>();

    @GuardedBy("this")
    private @Nullable CheckpointFile file;

    @GuardedBy("this")
    private List<Fault> faults = List.of();

    Checkpoints(AuditStore store, AuditSigner signer, Path path, Duration interval, long entries) {
        this.store = store;
        this.signer = signer;
        this.path = path;
        this.interval = interval;
        this.entries = entries;
    }

    /** Where database and signatures disagree; empty when all is well. */
    synchronized List<Fault> check() {
        List<Fault> found = new ArrayList<>();
        try {
            CheckpointFile signed = new CheckpointFile(path, signer);
            file = signed;
            new TreeSet<>(signed.chains().stream().map(ServiceId::toString).toList())
                    .forEach(chain -> fault(signed, ServiceId.of(chain)).ifPresent(found::add));
        } catch (IllegalStateException e) {
            file = null;
            found.add(new Fault(AuditStore.SITE, 0, "The checkpoints are not as they were written: " + e.getMessage()));
        }
        faults = List.copyOf(found);
        return faults;
    }

    private Optional<Fault> fault(CheckpointFile signed, ServiceId chain) {
        ChainHead vouched = signed.newest(chain).orElseThrow();
        Optional<ChainedEntry> entry = store.entry(chain, vouched.seq());
        if (entry.isEmpty()) {
            long seq = store.heads().stream()
                    .filter(h -> h.chain().equals(chain))
                    .mapToLong(ChainHead::seq)
                    .sum();
            return Optional.of(new Fault(
                    chain,
                    vouched.seq(),
                    "The audit trail of " + chain + " is behind: it ends at entry " + Math.min(seq, vouched.seq() - 1)
                            + ", entry " + vouched.seq() + " was signed. It was cut off or rolled back."));
        }
        return entry.get().hash().equals(vouched.hash())
                ? Optional.empty()
                : Optional.of(new Fault(
                        chain,
                        vouched.seq(),
                        "The audit trail of " + chain + " differs: entry " + vouched.seq()
                                + " is not the one that was signed."));
    }

    /** Signs the chains that have grown much, or some time ago. */
    synchronized void sign(List<ChainHead> heads, Instant now) {
        CheckpointFile signed = file;
        if (signed == null) {
            return;
        }
        boolean wanted = false;
        for (ChainHead head : heads) {
            long grown =
                    head.seq() - signed.newest(head.chain()).map(ChainHead::seq).orElse(0L);
            if (grown > 0) {
                // of a clock that was set back the wait begins anew, instead of lasting until it is there again
                Instant since = due.merge(head.chain(), now, (begun, later) -> begun.isAfter(later) ? later : begun);
                wanted |= grown >= entries || !now.isBefore(since.plus(interval));
            }
        }
        if (wanted) {
            signAll(now);
        }
    }

    /** Signs every chain that has grown at all. */
    synchronized void signAll(Instant now) {
        CheckpointFile signed = file;
        if (signed == null) {
            return;
        }
        List<Fault> known = faults;
        List<ChainHead> grown = store.settledHeads().stream()
                .filter(h -> known.stream().noneMatch(f -> f.chain().equals(h.chain())))
                .filter(h ->
                        h.seq() > signed.newest(h.chain()).map(ChainHead::seq).orElse(0L))
                .toList();
        if (!grown.isEmpty()) {
            signed.append(grown, now);
        }
        due.clear();
    }

    Path path() {
        return path;
    }
}
