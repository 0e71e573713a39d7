// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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

/** The audit trail and its alerts, read on plain connections: they are lists, not objects. */
record JpaAuditStore(Transactions transactions, AuditChain chain, AlertRows rows) implements AuditStore {
    private static final int BATCH = 2_000;

    @Override
    public List<ChainHead> heads() {
        return transactions.read(Scope.SITE, t -> t.sql(AuditRows::heads));
    }

    @Override
    public List<ChainHead> settledHeads() {
        List<ChainHead> heads = heads();
        transactions.sync();
        return heads;
    }

    @Override
    public Optional<ChainedEntry> entry(ServiceId chain, long seq) {
        return transactions.read(Scope.of(chain), t -> t.sql(connection -> AuditRows.entry(connection, chain, seq)));
    }

    @Override
    public List<ChainedEntry> after(ServiceId chain, long seq, int limit) {
        return transactions.read(
                Scope.of(chain), t -> t.sql(connection -> AuditRows.after(connection, chain, seq, limit)));
    }

    @Override
    public OptionalLong brokenAt(ServiceId chain) {
        ChainHead head = heads().stream()
                .filter(each -> each.chain().equals(chain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such chain"));
        try {
            // in pieces: a transaction of minutes would hold back what the database can forget
            return AuditWalk.brokenAt(head, seq -> after(chain, seq, BATCH));
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    @Override
    public long seqBefore(ServiceId chain, Instant time) {
        return transactions.read(
                Scope.of(chain),
                t -> t.sql(connection -> Sql.query(
                                connection,
                                "select coalesce(max(seq), 0) from audit where chain = ? and happened_at < ?",
                                row -> row.getLong(1),
                                chain.value(),
                                time)
                        .getFirst()));
    }

    @Override
    public List<ChainedEntry> find(ServiceId chain, AuditSearch search) {
        return transactions.read(Scope.of(chain), t -> t.sql(connection -> AuditRows.find(connection, chain, search)));
    }

    @Override
    public void append(ServiceId house, AuditEntry entry) {
        transactions.write(
                Scope.of(house),
                t -> t.sql(connection -> {
                    chain.append(connection, List.of(entry));
                    return entry;
                }));
    }

    @Override
    public List<ChainedEntry> about(ServiceId chain, String objectId, Instant from, int limit) {
        return transactions.read(
                Scope.of(chain), t -> t.sql(connection -> AuditRows.about(connection, chain, objectId, from, limit)));
    }

    @Override
    public Map<CaseId, String> caseNumbers(ServiceId house, Set<CaseId> ids) {
        return transactions.read(Scope.of(house), t -> t.sql(connection -> caseNumbers(connection, house, ids)));
    }

    private static Map<CaseId, String> caseNumbers(Connection connection, ServiceId house, Set<CaseId> ids)
            throws SQLException {
        Map<CaseId, String> numbers = new HashMap<>();
        for (CaseId id : ids) {
            Sql.query(
                            connection,
                            "select case_number from case_record where id = ? and service = ? union all"
                                    + " select case_number from erased_case where case_id = ? and service = ?",
                            row -> row.getString(1),
                            id.value(),
                            house.value(),
                            id.value(),
                            house.value())
                    .forEach(number -> numbers.put(id, number));
        }
        return numbers;
    }

    @Override
    public long forEach(Consumer<ChainedEntry> consumer) {
        long count = 0;
        for (ChainHead head : heads()) {
            long seq = 0;
            List<ChainedEntry> batch = after(head.chain(), seq, BATCH);
            while (!batch.isEmpty() && seq < head.seq()) {
                for (ChainedEntry entry : batch) {
                    if (entry.seq() <= head.seq()) {
                        consumer.accept(entry);
                        count++;
                    }
                }
                seq = batch.getLast().seq();
                batch = after(head.chain(), seq, BATCH);
            }
        }
        return count;
    }

    @Override
    public List<AlertRecord> alerts(ServiceId house, boolean openOnly, int limit) {
        return transactions.read(
                Scope.of(house), t -> t.sql(connection -> rows.of(connection, house, openOnly, limit)));
    }

    @Override
    public long openAlerts(ServiceId house) {
        return transactions.read(Scope.of(house), t -> t.sql(connection -> AlertRows.open(connection, house)));
    }

    @Override
    public void insert(AlertRecord alert, AuditEntry audit) {
        transactions.write(
                Scope.of(alert.service()),
                t -> t.sql(connection -> {
                    AlertRows.insert(connection, alert);
                    chain.append(connection, List.of(audit));
                    return alert;
                }));
    }

    @Override
    public boolean count(AlertRecord alert) {
        return transactions.write(
                Scope.of(alert.service()), t -> t.sql(connection -> AlertRows.count(connection, alert)));
    }

    @Override
    public boolean acknowledge(ServiceId house, UUID alert, AlertRecord.Acknowledged by, AuditEntry audit) {
        return transactions.write(
                Scope.of(house),
                t -> t.sql(connection -> {
                    boolean done = rows.acknowledge(connection, house, alert, by);
                    if (done) {
                        chain.append(connection, List.of(audit));
                    }
                    return done;
                }));
    }
}
