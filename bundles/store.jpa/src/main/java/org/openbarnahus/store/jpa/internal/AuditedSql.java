// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.security.AuditEntry;

/** Plain SQL, one transaction each; a change with its audit entry. */
record AuditedSql(Transactions transactions, AuditChain chain) {
    /** SQL that gives nothing back. */
    interface Change {
        void run(Connection connection) throws SQLException;
    }

    void audited(AuditEntry audit, Change change) {
        write(c -> {
            change.run(c);
            chain.append(c, List.of(audit));
            return audit;
        });
    }

    <T> T write(Transaction.Step<T> step) {
        return transactions.write(t -> t.sql(step));
    }

    <T> List<T> all(String sql, Sql.Row<T> row, Object... parameters) {
        return transactions.read(t -> t.sql(c -> Sql.query(c, sql, row, parameters)));
    }

    <T> Optional<T> first(String sql, Sql.Row<T> row, Object... parameters) {
        return all(sql, row, parameters).stream().findFirst();
    }
}
