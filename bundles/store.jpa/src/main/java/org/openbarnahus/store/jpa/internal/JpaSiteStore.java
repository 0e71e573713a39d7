// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.TokenRecord;

/** Houses, accounts, schema history and the audit trail of reads. */
record JpaSiteStore(Database database, Transactions transactions, Seals seals, AuditChain chain, AuditQueue queue)
        implements SiteStore {
    @Override
    public List<BarnahusRecord> services() {
        return transactions.read(
                Scope.SITE,
                t -> t.em().createNamedQuery("HouseEntity.all", HouseEntity.class)
                        .getResultStream()
                        .map(HouseEntity::record)
                        .toList());
    }

    @Override
    public Optional<BarnahusRecord> service(ServiceId id) {
        return transactions.read(
                Scope.SITE,
                t -> Optional.ofNullable(t.em().find(HouseEntity.class, id.value()))
                        .map(HouseEntity::record));
    }

    @Override
    public boolean takes(BarnahusRecord service) {
        return database.dialect()
                .keepsApart(Stream.concat(services().stream(), Stream.of(service))
                        .map(BarnahusRecord::code)
                        .toList());
    }

    @Override
    public void insert(BarnahusRecord service, AuditEntry audit) {
        if (!takes(service)) {
            throw new IllegalArgumentException("this database is for one house");
        }
        write(Scope.SITE, audit, t -> t.em().persist(new HouseEntity(service)));
    }

    @Override
    public Optional<AccountRecord> account(String username) {
        return transactions.read(
                Scope.SIGN_IN,
                t -> t.em().createNamedQuery("AccountEntity.named", AccountEntity.class)
                        .setParameter("username", Sql.storable(username))
                        .getResultStream()
                        .findFirst()
                        .flatMap(this::opened));
    }

    @Override
    public List<AccountRecord> accounts(ServiceId service) {
        return transactions.read(
                Scope.of(service),
                t -> t.em().createNamedQuery("AccountEntity.of", AccountEntity.class)
                        .setParameter("service", service.value())
                        .getResultStream()
                        .flatMap(row -> opened(row).stream())
                        .toList());
    }

    private Optional<AccountRecord> opened(AccountEntity row) {
        return seals.opened(() -> row.record(seals.keys()), row.id(), "account");
    }

    @Override
    public long countAccounts() {
        return transactions.read(
                Scope.SIGN_IN,
                t -> t.em().createNamedQuery("AccountEntity.count", Long.class).getSingleResult());
    }

    @Override
    public void insert(AccountRecord account, AuditEntry audit) {
        write(Scope.of(account.service()), audit, t -> {
            t.em().persist(new AccountEntity(account, seals.keys()));
            t.em().flush();
            noteUse(t, connection -> UseRows.made(connection, account.id(), audit));
        });
    }

    @Override
    public void update(AccountRecord account, AuditEntry audit) {
        update(account, List.of(audit));
    }

    @Override
    public void update(AccountRecord account, List<AuditEntry> audit) {
        write(Scope.of(account.service()), audit, t -> {
            AccountEntity row = t.em().find(AccountEntity.class, account.id().value());
            if (row == null || row.version() != account.version()) {
                throw new StaleVersionException();
            }
            boolean opened = account.enabled() && !row.enabled();
            row.change(account, seals.keys());
            if (opened) {
                noteUse(t, connection -> UseRows.opened(connection, account.id(), audit.getFirst()));
            }
        });
    }

    private static void noteUse(Transaction transaction, AuditedSql.Change change) {
        transaction.sql(connection -> {
            change.run(connection);
            return connection;
        });
    }

    @Override
    public boolean useOtpStep(String username, long step) {
        return transactions.write(Scope.SIGN_IN, t -> {
            Optional<Scope> house = t.sql(connection -> HouseOf.account(connection, username));
            house.ifPresent(t::enter);
            return house.isPresent() && t.sql(connection -> useOtpStep(connection, username, step));
        });
    }

    private static boolean useOtpStep(Connection connection, String username, long step) throws SQLException {
        return 1
                == Sql.update(
                        connection,
                        "update account set otp_step = ? where username = ? and otp_step < ?",
                        step,
                        username,
                        step);
    }

    @Override
    public void keepSnapshot(SnapshotId id, String country, String canonicalJson) {
        if (snapshot(id).isPresent()) {
            return;
        }
        try {
            transactions.write(Scope.SITE, t -> {
                t.em().persist(new SnapshotEntity(id.value(), country, canonicalJson));
                return id;
            });
        } catch (RuntimeException e) {
            // the same content under the same name: whoever was faster has kept it
            if (snapshot(id).isEmpty()) {
                throw e;
            }
        }
    }

    @Override
    public Optional<String> snapshot(SnapshotId id) {
        return transactions.read(
                Scope.SITE,
                t -> Optional.ofNullable(t.em().find(SnapshotEntity.class, id.value()))
                        .map(SnapshotEntity::canonical));
    }

    @Override
    public List<SnapshotId> snapshotsWith(String country, String text) {
        return transactions.read(
                Scope.SITE,
                t -> t.sql(connection -> Sql.query(
                        connection,
                        "select id from schema_snapshot where country = ? and canonical like ? fetch first 4 rows only",
                        row -> new SnapshotId(row.getString("id")),
                        country,
                        "%" + text + "%")));
    }

    @Override
    public void audit(AuditEntry entry) {
        queue.add(AuditAddress.added(entry));
    }

    @Override
    public Optional<TokenRecord> token(byte[] tokenHash) {
        return transactions.read(
                Scope.SIGN_IN,
                t -> t.sql(connection -> Sql.query(
                                connection,
                                "select service, questionnaire_id, moment, expires_at from token where hash = ?",
                                row -> new TokenRecord(
                                        new ServiceId(row.getObject("service", UUID.class)),
                                        row.getString("questionnaire_id"),
                                        row.getString("moment"),
                                        Sql.instant(row, "expires_at")),
                                tokenHash)
                        .stream()
                        .findFirst()));
    }

    @Override
    public void ping() {
        transactions.read(
                Scope.SITE, t -> t.sql(connection -> Sql.query(connection, "select 1", row -> row.getInt(1))));
    }

    @Override
    public long pendingEvents() {
        return transactions.read(Scope.OUTBOX, t -> t.sql(Outbox::waiting));
    }

    @Override
    public String describe() {
        try (Connection connection = database.connection()) {
            DatabaseMetaData about = connection.getMetaData();
            return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    private void write(Scope scope, AuditEntry audit, java.util.function.Consumer<Transaction> work) {
        write(scope, List.of(audit), work);
    }

    private void write(Scope scope, List<AuditEntry> audit, java.util.function.Consumer<Transaction> work) {
        transactions.write(scope, t -> {
            work.accept(t);
            t.em().flush();
            return t.sql(connection -> {
                chain.append(connection, audit);
                return audit;
            });
        });
    }
}
