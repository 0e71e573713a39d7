// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;

/**
 * Case numbers from a counter, taken beside the transaction that uses them: writers of new cases do not queue up behind each
 * other's commits. A transaction that fails leaves a gap. The counter's commit is on disk at the latest with the commit of
 * the case, so no number that was saved comes twice.
 */
record CaseNumbers(Database database) {
    private static final int ATTEMPTS = 5;

    CaseNumber next(ServiceId service, String code, int year) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                List<Integer> next = counted(service, code, year);
                if (!next.isEmpty()) {
                    return CaseNumber.of(code, year, next.get(0));
                }
                begin(service, code, year);
            }
            throw new IllegalStateException("a counter of case numbers cannot be made");
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    private List<Integer> counted(ServiceId service, String code, int year) throws SQLException {
        long until = database.stepEnd();
        return database.patience().run(until, () -> counted(until, service, code, year));
    }

    private List<Integer> counted(long until, ServiceId service, String code, int year) throws SQLException {
        try (Connection connection = database.beside();
                Overdue.Held held = database.until(connection, until)) {
            return Sql.query(
                    held.connection(),
                    database.dialect().nextNumber(),
                    row -> row.getInt(1),
                    service.value(),
                    code,
                    year);
        }
    }

    private void begin(ServiceId service, String code, int year) throws SQLException {
        try {
            database.beside(
                    Scope.of(service),
                    connection -> Sql.update(
                            connection,
                            "insert into case_number (service, code, in_year, last_serial) values (?, ?, ?, 0)",
                            service.value(),
                            code,
                            year));
        } catch (SQLException e) {
            if (!StoreTrouble.isTaken(e)) {
                throw e;
            }
        }
    }
}
