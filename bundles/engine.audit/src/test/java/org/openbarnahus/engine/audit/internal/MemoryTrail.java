// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.AlertRecord;
import org.openbarnahus.core.service.store.AuditSearch;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.core.service.store.ChainedEntry;

/** An audit store in memory; its hashes are made up but differ with the content. */
public final class MemoryTrail implements AuditStore {
    final Map<String, List<ChainedEntry>> chains = new TreeMap<>();
    final Map<UUID, AlertRecord> alerts = new HashMap<>();
    final Map<CaseId, String> numbers = new HashMap<>();
    private int notOnDisk;

    public ChainedEntry add(AuditEntry entry) {
        List<ChainedEntry> chain = chain(entry.service().orElse(SITE));
        String previous = chain.isEmpty() ? "0".repeat(64) : chain.getLast().hash();
        ChainedEntry linked = new ChainedEntry(chain.size() + 1L, previous, hash(previous + entry), entry);
        chain.add(linked);
        return linked;
    }

    public List<ChainedEntry> chain(ServiceId id) {
        return chains.computeIfAbsent(id.toString(), c -> new ArrayList<>());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<ChainHead> heads() {
        return chains.entrySet().stream()
                .filter(c -> !c.getValue().isEmpty())
                .map(c -> new ChainHead(
                        ServiceId.of(c.getKey()),
                        c.getValue().getLast().seq(),
                        c.getValue().getLast().hash()))
                .toList();
    }

    @Override
    public List<ChainHead> settledHeads() {
        return heads().stream()
                .filter(head -> head.seq() > notOnDisk)
                .map(head -> new ChainHead(
                        head.chain(),
                        head.seq() - notOnDisk,
                        chain(head.chain())
                                .get((int) head.seq() - notOnDisk - 1)
                                .hash()))
                .toList();
    }

    /** So many of the newest entries of each chain are not on disk yet. */
    public void notOnDisk(int entries) {
        notOnDisk = entries;
    }

    @Override
    public Optional<ChainedEntry> entry(ServiceId chain, long seq) {
        return chain(chain).stream().filter(e -> e.seq() == seq).findFirst();
    }

    @Override
    public OptionalLong brokenAt(ServiceId chain) {
        String previous = "0".repeat(64);
        for (ChainedEntry entry : chain(chain)) {
            if (!entry.previous().equals(previous) || !entry.hash().equals(hash(previous + entry.entry()))) {
                return OptionalLong.of(entry.seq());
            }
            previous = entry.hash();
        }
        return OptionalLong.empty();
    }

    @Override
    public List<ChainedEntry> after(ServiceId chain, long seq, int limit) {
        return chain(chain).stream().filter(e -> e.seq() > seq).limit(limit).toList();
    }

    @Override
    public long seqBefore(ServiceId chain, Instant time) {
        return chain(chain).stream()
                .filter(e -> e.entry().at().isBefore(time))
                .mapToLong(ChainedEntry::seq)
                .max()
                .orElse(0);
    }

    @Override
    public List<ChainedEntry> find(ServiceId chain, AuditSearch search) {
        return chain(chain).reversed().stream()
                .filter(e -> e.seq() < search.before())
                .filter(e -> search.user().isEmpty()
                        || search.user().equals(e.entry().user()))
                .filter(e -> search.actions().isEmpty()
                        || search.actions().contains(e.entry().action()))
                .limit(search.limit())
                .toList();
    }

    @Override
    public void append(ServiceId house, AuditEntry entry) {
        add(entry);
    }

    @Override
    public List<ChainedEntry> about(ServiceId chain, String objectId, Instant from, int limit) {
        return chain(chain).reversed().stream()
                .filter(e -> e.entry().objectId().equals(objectId))
                .filter(e -> !e.entry().at().isBefore(from))
                .limit(limit)
                .toList();
    }

    @Override
    public Map<CaseId, String> caseNumbers(ServiceId house, Set<CaseId> ids) {
        Map<CaseId, String> found = new HashMap<>(numbers);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public long forEach(Consumer<ChainedEntry> consumer) {
        chains.values().forEach(chain -> chain.forEach(consumer));
        return chains.values().stream().mapToLong(List::size).sum();
    }

    @Override
    public List<AlertRecord> alerts(ServiceId house, boolean openOnly, int limit) {
        return alerts.values().stream()
                .filter(a -> a.service().equals(house))
                .filter(a -> !openOnly || a.acknowledged().isEmpty())
                .sorted(java.util.Comparator.comparing(AlertRecord::last).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public long openAlerts(ServiceId house) {
        return alerts(house, true, Integer.MAX_VALUE).size();
    }

    @Override
    public void insert(AlertRecord alert, AuditEntry audit) {
        alerts.put(alert.id(), alert);
        add(audit);
    }

    @Override
    public boolean count(AlertRecord alert) {
        return Objects.requireNonNull(alerts.get(alert.id())).acknowledged().isEmpty()
                && alerts.put(alert.id(), alert) != null;
    }

    @Override
    public boolean acknowledge(ServiceId house, UUID id, AlertRecord.Acknowledged by, AuditEntry audit) {
        AlertRecord a = alerts.get(id);
        if (a == null || !a.service().equals(house) || a.acknowledged().isPresent()) {
            return false;
        }
        alerts.put(
                id,
                new AlertRecord(
                        id, house, a.rule(), a.user(), a.first(), a.last(), a.count(), a.seq(), Optional.of(by)));
        add(audit);
        return true;
    }
}
