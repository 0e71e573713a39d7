// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.TimeSource;

/**
 * The condition that leaves a case list with what somebody works with: {@link CaseReach#covers} as SQL. Whoever has a few cases
 * gets them by their keys; whoever has many has them looked up while the list is read in its order. Either way nobody sorts or
 * counts what is not shown.
 *
 * @param byKey whether they are fetched by their keys
 * @param where of a page
 * @param counting of all of them: the same with the same parameters, as this database counts many fastest
 */
record CaseMembership(boolean byKey, String where, String counting, List<Object> parameters) {
    /** So many cases are fetched and sorted in a few milliseconds. */
    static final int FEW = 1_000;

    static final String NOT_LONG_CLOSED = " and (state <> 'closed' or state_day is null or state_day >= ?)";
    private static final String NOW = " and m.ended = false and (m.last_day is null or m.last_day >= ?)";
    private static final String ROWS =
            "select m.case_id from case_member m where m.service = ? and m.account = ?" + NOW;
    static final String BY_KEY = " and " + byKey("");
    static final String BY_ORDER = " and " + byOrder();
    static final String BY_SET = bySet("");

    private static String byKey(String more) {
        return "id in (" + ROWS + more + ")";
    }

    private static String byOrder() {
        return "exists (select 1 from case_member m where m.case_id = case_record.id and m.service = ? and m.account = ?"
                + NOW + ")";
    }

    /** {@link #BY_KEY} for a set that is made once and has no index to be found by: H2 looks at two indexes and at no row. */
    private static String bySet(String more) {
        return " and case when " + byKey(more) + " then true else false end";
    }

    /**
     * @param sets whether the database keeps what a subquery found for all rows of a statement, however many they are
     */
    static Optional<CaseMembership> of(Connection connection, ServiceId tenant, CaseReach reach, boolean sets)
            throws SQLException {
        if (reach.member().isEmpty()) {
            return Optional.empty();
        }
        UUID account = reach.member().get().value();
        Ties ties = ties(connection, tenant, account, reach.now());
        boolean few = ties.members() <= FEW;
        List<Object> parameters = new ArrayList<>(List.of(reach.closedSince(), tenant.value(), account, reach.today()));
        parameters.addAll(ties.emergencies());
        String page = where(few, ties.emergencies());
        return Optional.of(new CaseMembership(
                few,
                NOT_LONG_CLOSED + page,
                NOT_LONG_CLOSED + (sets && !few ? bySet(too(ties.emergencies())) : page),
                parameters));
    }

    /** Nearly always nobody has an emergency access that runs: the statement is the plain one then. */
    private static String where(boolean few, List<UUID> emergencies) {
        if (emergencies.isEmpty()) {
            return few ? BY_KEY : BY_ORDER;
        }
        return few
                ? " and " + byKey(too(emergencies))
                : " and (" + byOrder() + " or id in (?" + ", ?".repeat(emergencies.size() - 1) + "))";
    }

    private static String too(List<UUID> emergencies) {
        return " union all select cast(? as uuid)".repeat(emergencies.size());
    }

    /**
     * @param members how many rows, of no more than it takes to decide
     * @param emergencies cases that the person has opened in an emergency that is not over
     */
    private record Ties(long members, List<UUID> emergencies) {}

    private static Ties ties(Connection connection, ServiceId tenant, UUID account, Instant now) throws SQLException {
        List<UUID> emergencies = new ArrayList<>();
        List<Long> members = Sql.query(
                connection,
                "select count(*), cast(null as uuid) from (select 1 from case_member where service = ? and account = ? limit "
                        + (FEW + 1) + ") m union all select 0, e.case_id from emergency_access e where e.service = ?"
                        + " and e.account = ? and e.until_at > ? and e.since <= ? and e.ended_at is null",
                row -> {
                    UUID emergency = row.getObject(2, UUID.class);
                    if (emergency != null) {
                        emergencies.add(emergency);
                    }
                    return row.getLong(1);
                },
                tenant.value(),
                account,
                tenant.value(),
                account,
                now,
                now.plus(TimeSource.PUT_RIGHT));
        return new Ties(
                members.stream().mapToLong(Long::longValue).sum(),
                emergencies.stream().sorted().distinct().toList());
    }
}
