// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.core.service.store.ChainedEntry;

/**
 * Appends to the audit chains. Whoever appends locks the head of the chain until the commit, so this is the last thing a
 * transaction does, and its commit does not wait for the disk: see {@link Transactions}. Heads are locked in the order of
 * their ids, so that two who append to several chains cannot wait for each other. On PostgreSQL the transaction works for the
 * house of the chain from then on.
 */
record AuditChain(Database database) {
    private static final String INSERT =
            "insert into audit (chain, seq, previous, hash, happened_at, service, user_id, session_id, purpose, action,"
                    + " object_type, object_id, result, fields, detail, address)";

    void append(Connection connection, List<AuditEntry> entries) throws SQLException {
        append(connection, new Together(database.dialect().manyAtOnce()), entries);
    }

    private void append(Connection connection, Together statements, List<AuditEntry> entries) throws SQLException {
        link(connection, statements, entries);
        statements.run(connection);
    }

    /**
     * As {@link #append}, as the end of the transaction: where the database takes several statements at a time, the commit goes
     * with them. The heads are locked for one trip less then, which is most of the time that a house's writers wait for each
     * other.
     *
     * @param before what is to be done first, with the same trip
     * @param last throws when it is too late to commit
     */
    void appendAndCommit(Connection connection, Together before, List<AuditEntry> entries, Runnable last)
            throws SQLException {
        link(connection, before, entries);
        last.run();
        if (database.dialect().manyAtOnce()) {
            before.add("commit");
        }
        before.run(connection);
    }

    private void link(Connection connection, Together statements, List<AuditEntry> entries) throws SQLException {
        TreeMap<UUID, List<AuditEntry>> chains = new TreeMap<>();
        for (AuditEntry entry : entries) {
            UUID chain = entry.service().orElse(AuditStore.SITE).value();
            chains.computeIfAbsent(chain, c -> new ArrayList<>()).add(entry);
        }
        for (var chain : chains.entrySet()) {
            append(connection, statements, chain.getKey(), chain.getValue());
        }
    }

    private void append(Connection connection, Together statements, UUID chain, List<AuditEntry> entries)
            throws SQLException {
        ChainHead head = locked(connection, statements, chain);
        long seq = head.seq();
        String hash = head.hash();
        List<@Nullable Object[]> rows = new ArrayList<>(entries.size());
        for (AuditEntry entry : entries) {
            ChainedEntry linked = AuditForm.link(++seq, hash, AuditAddress.added(entry));
            hash = linked.hash();
            rows.add(row(chain, linked));
        }
        statements.insert(INSERT, rows);
        statements.add("update audit_head set seq = ?, hash = ? where chain = ?", seq, hash, chain);
    }

    private ChainHead locked(Connection connection, Together statements, UUID chain) throws SQLException {
        Optional<ChainHead> head = lock(connection, statements, chain);
        if (head.isEmpty()) {
            begin(chain);
            head = lock(connection, statements, chain);
        }
        return head.orElseThrow(() -> new IllegalStateException("an audit chain cannot be begun"));
    }

    private Optional<ChainHead> lock(Connection connection, Together statements, UUID chain) throws SQLException {
        statements.add(database.dialect().lockHead(), chain);
        return statements.query(connection, AuditRows::head).stream().findFirst();
    }

    /** On a connection of its own: a head at 0 does no harm when the transaction fails. */
    private void begin(UUID chain) throws SQLException {
        try {
            database.beside(
                    Scope.SITE,
                    beside -> Sql.update(
                            beside,
                            "insert into audit_head (chain, seq, hash) values (?, 0, ?)",
                            chain,
                            AuditForm.FIRST));
        } catch (SQLException e) {
            if (!StoreTrouble.isTaken(e)) {
                throw e;
            }
        }
    }

    private static @Nullable Object[] row(UUID chain, ChainedEntry linked) {
        AuditEntry entry = linked.entry();
        return new @Nullable Object[] {
            chain,
            linked.seq(),
            linked.previous(),
            linked.hash(),
            entry.at(),
            entry.service().map(ServiceId::value).orElse(null),
            entry.user().map(UserId::value).orElse(null),
            entry.session(),
            entry.purpose().name(),
            entry.action().name(),
            entry.objectType(),
            entry.objectId(),
            entry.result().name(),
            AuditForm.fields(entry.fields()),
            entry.detail(),
            entry.address()
        };
    }
}
