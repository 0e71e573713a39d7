// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.store.HoldRecord;
import org.openbarnahus.core.service.store.KeyService;

/** Rows of legal holds. What somebody wrote lies under the key of the case, and goes with it. */
record HoldRows(KeyService keys) {
    static final String SELECT =
            "select h.id, h.service, h.case_id, c.case_number, c.case_key, h.texts, h.placed_at, h.placed_by, h.review_on,"
                    + " h.lifted_at, h.lifted_by from legal_hold h join case_record c on c.id = h.case_id"
                    + " where h.service = ?";

    /** Whether one is on, for whoever has locked the row of the case. */
    static boolean on(Connection connection, ServiceId house, CaseId id) throws SQLException {
        return !Sql.query(
                        connection,
                        "select 1 from legal_hold where service = ? and case_id = ? and lifted_at is null",
                        row -> row.getInt(1),
                        house.value(),
                        id.value())
                .isEmpty();
    }

    /**
     * @return false when the case is gone, or one is on already
     */
    boolean insert(Connection connection, HoldRecord hold) throws SQLException {
        // waits for an erasure, and keeps one waiting
        List<Optional<byte[]>> key = Sql.query(
                connection,
                "select case_key from case_record where id = ? and service = ? for update",
                row -> Optional.ofNullable(row.getBytes(1)),
                hold.caseId().value(),
                hold.service().value());
        if (key.isEmpty() || on(connection, hold.service(), hold.caseId())) {
            return false;
        }
        CaseCipher cipher = cipher(hold.service(), hold.caseId(), key.getFirst().orElse(null));
        return 1
                == Sql.update(
                        connection,
                        "insert into legal_hold (id, service, case_id, texts, placed_at, placed_by, review_on)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        hold.id(),
                        hold.service().value(),
                        hold.caseId().value(),
                        cipher.encrypt(hold.reason(), place(hold.id())),
                        hold.placed().at(),
                        hold.placed().by().value(),
                        hold.reviewOn());
    }

    HoldRecord read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        ServiceId house = new ServiceId(row.getObject("service", UUID.class));
        CaseId caseId = new CaseId(row.getObject("case_id", UUID.class));
        return new HoldRecord(
                id,
                house,
                caseId,
                new CaseNumber(row.getString("case_number")),
                cipher(house, caseId, row.getBytes("case_key")).decrypt(row.getBytes("texts"), place(id)),
                new Stamp(Sql.instant(row, "placed_at"), new UserId(row.getObject("placed_by", UUID.class))),
                row.getObject("review_on", LocalDate.class),
                lifted(row));
    }

    private static Optional<Stamp> lifted(ResultSet row) throws SQLException {
        return row.getObject("lifted_at", LocalDateTime.class) == null
                ? Optional.empty()
                : Optional.of(
                        new Stamp(Sql.instant(row, "lifted_at"), new UserId(row.getObject("lifted_by", UUID.class))));
    }

    private CaseCipher cipher(ServiceId house, CaseId id, byte @Nullable [] wrapped) {
        return new CaseCipher(keys, house, id.value(), wrapped);
    }

    private static String place(UUID row) {
        return "legal_hold|texts|" + row;
    }
}
