// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;

/**
 * Plain SQL, one transaction each; a change with its audit entry.
 *
 * @param scope for whom
 */
record AuditedSql(Transactions transactions, AuditChain chain, Scope scope) {
    /** SQL that gives nothing back. */
    interface Change {
        void run(Connection connection) throws SQLException;
    }

    AuditedSql of(ServiceId house) {
        return new AuditedSql(transactions, chain, Scope.of(house));
    }

    /** For the house of the account. */
    AuditedSql of(UserId account) {
        return new AuditedSql(transactions, chain, Scope.of(account));
    }

    void audited(AuditEntry audit, Change change) {
        write(c -> {
            change.run(c);
            chain.append(c, List.of(audit));
            return audit;
        });
    }

    <T> T read(Transaction.Step<T> step) {
        return transactions.read(scope, t -> t.sql(step));
    }

    <T> T write(Transaction.Step<T> step) {
        return transactions.write(scope, t -> t.sql(step));
    }

    <T> List<T> all(String sql, Sql.Row<T> row, Object... parameters) {
        return transactions.read(scope, t -> t.sql(c -> Sql.query(c, sql, row, parameters)));
    }

    <T> Optional<T> first(String sql, Sql.Row<T> row, Object... parameters) {
        return all(sql, row, parameters).stream().findFirst();
    }
}
