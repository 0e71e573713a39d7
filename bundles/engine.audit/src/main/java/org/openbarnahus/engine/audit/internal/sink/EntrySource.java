// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.core.service.store.ChainedEntry;
import org.openbarnahus.engine.audit.internal.DumpLine;

/** The audit trail itself, chain by chain, each line as in a dump. */
record EntrySource(AuditStore store, boolean all) implements Source {
    private static final int MOST = 500;
    /** What a centre of security operations looks for. Who read and changed which case stays in the house. */
    private static final Set<Action> SECURITY =
            EnumSet.of(Action.SIGN_IN, Action.SIGN_OUT, Action.CONFIGURE, Action.EXPORT, Action.IMPORT);

    private static final Set<String> OBJECTS =
            Set.of("alert", "clock", "door", "key", "page-policy", "session", "sink", "user");

    @Override
    public Optional<Batch> next(Positions arrived) {
        // an entry that is not on disk yet may never have been after a power cut; a sync only where there is news
        boolean news = store.heads().stream().anyMatch(head -> head.seq() != arrived.of(key(head)));
        for (ChainHead head : news ? store.settledHeads() : List.<ChainHead>of()) {
            String key = key(head);
            // a chain that is shorter than what has arrived comes from a backup: all of it is sent once more
            long from = arrived.of(key) > head.seq() ? 0 : arrived.of(key);
            List<ChainedEntry> fresh = head.seq() > from ? settled(head, from) : List.of();
            if (!fresh.isEmpty()) {
                List<Item> items = fresh.stream()
                        .filter(this::wanted)
                        .map(EntrySource::item)
                        .toList();
                return Optional.of(
                        new Batch(Kind.ENTRIES, items, key, fresh.getLast().seq()));
            }
        }
        return Optional.empty();
    }

    /** What was written after the heads were asked for may not be on disk yet: the next look finds it. */
    private List<ChainedEntry> settled(ChainHead head, long from) {
        return store.after(head.chain(), from, MOST).stream()
                .takeWhile(linked -> linked.seq() <= head.seq())
                .toList();
    }

    private static String key(ChainHead head) {
        return Kind.ENTRIES.word() + "/" + head.chain();
    }

    private boolean wanted(ChainedEntry linked) {
        return all || security(linked.entry());
    }

    static boolean security(AuditEntry entry) {
        return SECURITY.contains(entry.action())
                || entry.result() != Result.DONE
                || OBJECTS.contains(entry.objectType());
    }

    private static Item item(ChainedEntry linked) {
        AuditEntry entry = linked.entry();
        boolean odd = entry.result() != Result.DONE || entry.objectType().equals("alert");
        return new Item(entry.at(), odd ? Item.Severity.WARNING : Item.Severity.INFORMATIONAL, DumpLine.of(linked));
    }
}
