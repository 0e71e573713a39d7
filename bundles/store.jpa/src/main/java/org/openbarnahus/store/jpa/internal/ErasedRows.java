// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;

/**
 * Destroys what is stored of one case: every row, the one with the key too. A table that names a case and is forgotten here fails a
 * test (ErasureTest). Kept are audit entries, which hold ids and names of fields, and for a day the keys of answered requests.
 */
final class ErasedRows {
    /** Everything of one case, those first that hang on others. */
    private enum Part {
        ERASURE_REQUEST("case_id = ?"),
        RETENTION_PROPOSAL("case_id = ?"),
        LEGAL_HOLD("case_id = ?"),
        CASE_SUSPICION("case_id = ?"),
        CASE_MEMBER("case_id = ?"),
        EMERGENCY_ACCESS("case_id = ?"),
        ENTRY_VERSION("record_id in (select id from timeline_entry where case_id = ?)"),
        TIMELINE_ENTRY("case_id = ?"),
        CASE_VERSION("record_id = ?"),
        CASE_RECORD("id = ?");

        private final String where;

        Part(String where) {
            this.where = where;
        }

        String table() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private ErasedRows() {}

    /** The tables of which rows are destroyed. */
    static List<String> tables() {
        return Stream.concat(Arrays.stream(Part.values()).map(Part::table), Stream.of("draft"))
                .toList();
    }

    /**
     * Waits for whoever writes to the case or puts a hold on it, and keeps others from beginning to.
     *
     * @return false when there is no such case in the house
     */
    static boolean lock(Connection connection, ServiceId house, CaseId id) throws SQLException {
        return !Sql.query(
                        connection,
                        "select version from case_record where id = ? and service = ? for update",
                        row -> row.getLong(1),
                        id.value(),
                        house.value())
                .isEmpty();
    }

    /**
     * @return how many rows of each table; empty when there was no such case in the house
     */
    static Map<String, Long> destroy(Connection connection, ServiceId house, CaseId id) throws SQLException {
        UUID key = id.value();
        if (!lock(connection, house, id)) {
            return Map.of();
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("draft", (long) Sql.update(
                connection,
                "delete from draft where service = ? and (place = ? or place like ?)",
                house.value(),
                "case/" + id,
                "case/" + id + "/%"));
        for (Part part : Part.values()) {
            rows.put(part.table(), (long)
                    Sql.update(connection, "delete from " + part.table() + " where " + part.where, key));
        }
        rows.remove(Part.ERASURE_REQUEST.table());
        rows.remove(Part.RETENTION_PROPOSAL.table());
        return rows;
    }
}
