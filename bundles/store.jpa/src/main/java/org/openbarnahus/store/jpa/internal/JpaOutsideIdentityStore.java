// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.KeyService;
import org.openbarnahus.core.service.store.OutsideIdentityStore;
import org.openbarnahus.core.service.store.OutsideLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Links between accounts and identities outside, in plain SQL. Looked for before a house is known, as accounts are. */
record JpaOutsideIdentityStore(Transactions transactions, KeyService keys, CodeRows codes, AuditChain chain)
        implements OutsideIdentityStore {
    private static final Logger LOG = LoggerFactory.getLogger(JpaOutsideIdentityStore.class);
    private static final String SELECT = "select o.account, o.service, a.username, o.sealed, o.linked_at"
            + " from linked_identity o join account a on a.id = o.account";

    JpaOutsideIdentityStore(Transactions transactions, Seals seals, AuditChain chain) {
        this(transactions, seals.keys(), new CodeRows(seals), chain);
    }

    @Override
    public Optional<OutsideLink> find(String issuer, String subject) {
        List<byte[]> indexes = new OutsideIdentity(issuer, subject).indexes(keys);
        return read(Scope.SIGN_IN, " where o.identity_index in (" + marks(indexes) + ")", indexes.toArray());
    }

    @Override
    public Optional<OutsideLink> of(UserId account) {
        return read(Scope.of(account), " where o.account = ?", account.value());
    }

    private Optional<OutsideLink> read(Scope scope, String where, Object... parameters) {
        return transactions.read(scope, t -> t.sql(c -> Sql.query(c, SELECT + where, this::link, parameters))).stream()
                .findFirst();
    }

    @Override
    public boolean link(OutsideLink link, AuditEntry audit) {
        ServiceId house = audit.service().orElseThrow();
        return transactions.write(
                // one identity has one account, also of all houses together
                Scope.of(house).signingIn(),
                t -> t.sql(c -> {
                    boolean linked = insert(c, house, link);
                    if (linked) {
                        chain.append(c, List.of(audit));
                    }
                    return linked;
                }));
    }

    @Override
    public boolean unlink(UserId account, AuditEntry audit) {
        return transactions.write(
                Scope.of(audit.service().orElseThrow()),
                t -> t.sql(c -> {
                    boolean there =
                            Sql.update(c, "delete from linked_identity where account = ?", account.value()) == 1;
                    if (there) {
                        chain.append(c, List.of(audit));
                    }
                    return there;
                }));
    }

    @Override
    public boolean enrol(AccountRecord renewed, byte[] codeHash, OutsideLink link, AuditEntry audit) {
        return transactions.write(Scope.of(renewed.service()).signingIn(), t -> {
            boolean foreign = t.sql(c -> holders(c, link).stream()
                    .anyMatch(each -> !each.equals(renewed.id().value())));
            if (foreign || !codes.useEnrolment(t, renewed, codeHash, link.linked())) {
                return false;
            }
            return t.sql(c -> {
                codes.putRecovery(c, renewed.id(), List.of());
                insert(c, renewed.service(), link);
                chain.append(c, List.of(audit));
                return true;
            });
        });
    }

    /** Whose the identity is. */
    private List<UUID> holders(Connection c, OutsideLink link) throws SQLException {
        List<byte[]> indexes = new OutsideIdentity(link.issuer(), link.subject()).indexes(keys);
        return Sql.query(
                c,
                "select account from linked_identity where identity_index in (" + marks(indexes) + ")",
                row -> row.getObject(1, UUID.class),
                indexes.toArray());
    }

    /** As one statement that inserts nothing when either side is taken: a failed insert would spoil the transaction. */
    private boolean insert(Connection c, ServiceId house, OutsideLink link) throws SQLException {
        if (!holders(c, link).isEmpty()) {
            return false;
        }
        OutsideIdentity identity = new OutsideIdentity(link.issuer(), link.subject());
        UUID account = link.account().value();
        return Sql.update(
                        c,
                        "insert into linked_identity (account, service, identity_index, sealed, linked_at)"
                                + " select a.id, a.service, ?, ?, cast(? as timestamp(6)) from account a where a.id = ?"
                                + " and not exists (select 1 from linked_identity where account = ?)",
                        identity.indexes(keys).getFirst(),
                        identity.sealed(keys, house, account),
                        link.linked(),
                        account,
                        account)
                == 1;
    }

    /**
     * Writes what identities of a house are found by under the newest key.
     *
     * @return how many it was not yet
     */
    static int reindex(Connection c, KeyService keys, ServiceId house) throws SQLException {
        int changed = 0;
        for (Row row : rows(c, house)) {
            try {
                changed += reindexed(c, keys, house, row);
            } catch (IllegalStateException e) {
                // damaged before: one row must not keep all others from their key
                LOG.warn("the identity outside of account {} cannot be read, and stays as it is", row.account());
            }
        }
        return changed;
    }

    /**
     * How many identities of a house nobody finds, because what they are found by was made with a key that is not there. A copy of
     * the keys from before that key was made lacks it.
     */
    static long lost(Connection c, KeyService keys, ServiceId house) throws SQLException {
        return rows(c, house).stream().filter(row -> isLost(keys, house, row)).count();
    }

    private static boolean isLost(KeyService keys, ServiceId house, Row row) {
        try {
            return OutsideIdentity.opened(keys, house, row.account(), row.sealed()).indexes(keys).stream()
                    .noneMatch(index -> Arrays.equals(index, row.index()));
        } catch (IllegalStateException e) {
            // damaged: another index would not help
            return false;
        }
    }

    private static List<Row> rows(Connection c, ServiceId house) throws SQLException {
        return Sql.query(
                c,
                "select account, identity_index, sealed from linked_identity where service = ?",
                each -> new Row(each.getObject(1, UUID.class), each.getBytes(2), each.getBytes(3)),
                house.value());
    }

    private static int reindexed(Connection c, KeyService keys, ServiceId house, Row row) throws SQLException {
        byte[] newest = OutsideIdentity.opened(keys, house, row.account(), row.sealed())
                .indexes(keys)
                .getFirst();
        return Arrays.equals(newest, row.index())
                ? 0
                : Sql.update(
                        c, "update linked_identity set identity_index = ? where account = ?", newest, row.account());
    }

    private record Row(UUID account, byte[] index, byte[] sealed) {}

    private static String marks(List<byte[]> some) {
        return String.join(", ", Collections.nCopies(some.size(), "?"));
    }

    private OutsideLink link(ResultSet row) throws SQLException {
        UUID account = row.getObject("account", UUID.class);
        OutsideIdentity identity = OutsideIdentity.opened(
                keys, new ServiceId(row.getObject("service", UUID.class)), account, row.getBytes("sealed"));
        return new OutsideLink(
                new UserId(account),
                row.getString("username"),
                identity.issuer(),
                identity.subject(),
                Sql.instant(row, "linked_at"));
    }
}
