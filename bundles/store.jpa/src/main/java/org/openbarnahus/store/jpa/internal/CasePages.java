// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.CaseRow;
import org.openbarnahus.core.service.store.CaseReach;

/**
 * Pages of the case list, by plain SQL: only the columns that a list shows, never an encrypted one.
 *
 * @param sets {@link Dialect#keepsSets}
 */
record CasePages(CaseTotals totals, boolean sets) {
    private static final String COLUMNS =
            "id, case_number, state, case_date, age, sex, municipality, suspicion, next_due, next_due_rule, changed_at,"
                    + " created_at";

    CasePage page(Connection connection, ServiceId tenant, CaseQuery query, CaseReach reach) throws SQLException {
        long writes = totals.writes(tenant);
        CaseFilter filter = new CaseFilter(tenant, query, CaseMembership.of(connection, tenant, reach, sets));
        List<Object> parameters = new ArrayList<>(filter.parameters());
        parameters.add(query.limit());
        parameters.add(query.offset());
        String sql = "select " + COLUMNS + " from case_record where " + filter.where() + " order by "
                + (filter.byKey() ? sorted(query) : order(query))
                + " limit ? offset ?";
        List<CaseRow> rows = Sql.query(connection, sql, CasePages::row, parameters.toArray());
        if (rows.size() < query.limit() && (!rows.isEmpty() || query.offset() == 0)) {
            return new CasePage(rows, query.offset() + (long) rows.size());
        }
        return new CasePage(rows, total(connection, tenant, filter, writes));
    }

    private long total(Connection connection, ServiceId tenant, CaseFilter filter, long writes) throws SQLException {
        var key = new CaseTotals.Filter(tenant, filter.where(), filter.parameters());
        OptionalLong known = totals.find(key);
        if (known.isPresent()) {
            return known.getAsLong();
        }
        long count = Sql.query(
                        connection,
                        "select count(*) from case_record where " + filter.counting(),
                        row -> row.getLong(1),
                        filter.parameters().toArray())
                .get(0);
        totals.remember(key, count, writes);
        return count;
    }

    /** As the indexes are declared: those of the tenant, in one direction or the other, the id last to make it total. */
    static String order(CaseQuery query) {
        return "service, " + sorted(query);
    }

    /** The same, as no index has it: H2 would rather read a whole house in order than fetch a few rows and sort them. */
    static String sorted(CaseQuery query) {
        String column = switch (query.sort()) {
            case NUMBER -> "case_number";
            case CASE_DATE -> "case_date";
            case CHANGED -> "changed_at";
            case NEXT_DUE -> "next_due";
        };
        String direction = query.descending() ? " desc" : " asc";
        String absent = query.sort() == CaseQuery.Sort.NEXT_DUE ? " nulls last" : "";
        String last = query.sort() == CaseQuery.Sort.NUMBER ? "" : ", id" + direction;
        return column + direction + absent + last;
    }

    private static CaseRow row(ResultSet row) throws SQLException {
        LocalDate due = row.getObject("next_due", LocalDate.class);
        String rule = row.getString("next_due_rule");
        LocalDate date = row.getObject("case_date", LocalDate.class);
        Integer age = row.getObject("age", Integer.class);
        return new CaseRow(
                new CaseId(row.getObject("id", UUID.class)),
                new CaseNumber(row.getString("case_number")),
                row.getString("state"),
                // recorded under a pack that did not ask for it
                date != null ? date : LocalDate.ofInstant(Sql.instant(row, "created_at"), ZoneOffset.UTC),
                age == null ? OptionalInt.empty() : OptionalInt.of(age),
                Optional.ofNullable(row.getString("sex")),
                Optional.ofNullable(row.getString("municipality")),
                codes(row.getString("suspicion")),
                due == null || rule == null ? Optional.empty() : Optional.of(new NextDue(due, rule)),
                Sql.instant(row, "changed_at"));
    }

    private static List<String> codes(@Nullable String json) {
        return json != null && ValuesJson.value(ValuesJson.MAPPER.readTree(json)) instanceof CodesValue codes
                ? codes.codes()
                : List.of();
    }
}
