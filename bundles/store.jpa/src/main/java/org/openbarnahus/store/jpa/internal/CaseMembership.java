// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.CaseReach;

/**
 * The condition that leaves a case list with what somebody works with: {@link CaseReach#covers} as SQL. Whoever has a few cases
 * gets them by their keys; whoever has many has them looked up while the list is read in its order. Either way nobody sorts or
 * counts what is not shown.
 *
 * @param byKey whether they are fetched by their keys
 */
record CaseMembership(boolean byKey, String where, List<Object> parameters) {
    /** So many cases are fetched and sorted in a few milliseconds. */
    static final int FEW = 1_000;

    static final String NOT_LONG_CLOSED = " and (state <> 'closed' or state_day is null or state_day >= ?)";
    private static final String NOW = " and m.ended = false and (m.last_day is null or m.last_day >= ?)";
    static final String BY_KEY =
            " and id in (select m.case_id from case_member m where m.service = ? and m.account = ?" + NOW + ")";
    static final String BY_ORDER = " and exists (select 1 from case_member m where m.case_id = case_record.id"
            + " and m.service = ? and m.account = ?" + NOW + ")";

    static Optional<CaseMembership> of(Connection connection, ServiceId tenant, CaseReach reach) throws SQLException {
        if (reach.member().isEmpty()) {
            return Optional.empty();
        }
        UUID account = reach.member().get().value();
        boolean few = count(connection, tenant, account) <= FEW;
        return Optional.of(new CaseMembership(
                few,
                NOT_LONG_CLOSED + (few ? BY_KEY : BY_ORDER),
                List.of(reach.closedSince(), tenant.value(), account, reach.today())));
    }

    /** Of no more than it takes to decide. */
    private static long count(Connection connection, ServiceId tenant, UUID account) throws SQLException {
        return Sql.query(
                        connection,
                        "select count(*) from (select 1 from case_member where service = ? and account = ? limit "
                                + (FEW + 1) + ") m",
                        row -> row.getLong(1),
                        tenant.value(),
                        account)
                .getFirst();
    }
}
