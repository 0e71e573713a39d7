// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.service.query.CaseQuery;

/** The conditions of a case list as SQL. Only names from the tables here reach the statement; values are parameters. */
final class CaseFilter {
    private static final Map<FieldId, String> COLUMNS = Map.of(
            CoreField.INITIATED_BY, "initiated_by",
            CoreField.CHILD_ROLE, "child_role",
            CoreField.SEX, "sex",
            CoreField.MUNICIPALITY, "municipality",
            CoreField.ONLINE_ELEMENT, "online_element");

    /** Serials have at least four digits, the first of them zeros: 42 is kept as 0042. */
    private static final int PADDING = 3;

    /** Numbers are of capital letters, digits and hyphens: each of them comes before this. */
    private static final char AFTER_ALL = '\u007f';

    static final String HOUSE = "service = ?";

    /** As no index has it: H2 would take one of the whole house for as good as a few keys. */
    static final String HOUSE_OF_KEYS = "case when service = ? then true else false end";

    private final StringBuilder where = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final Optional<CaseMembership> membership;

    /**
     * @throws IllegalArgumentException for a field that cases cannot be filtered by
     */
    CaseFilter(ServiceId tenant, CaseQuery query, Optional<CaseMembership> membership) {
        parameters.add(tenant.value());
        this.membership = membership;
        membership.ifPresent(own -> parameters.addAll(own.parameters()));
        oneOf("state", query.states());
        query.codes().forEach(this::codes);
        search(query.search().strip());
    }

    /** For a page. */
    String where() {
        return all(CaseMembership::where);
    }

    /** For the number of all. */
    String counting() {
        return all(CaseMembership::counting);
    }

    private String all(Function<CaseMembership, String> own) {
        return (byKey() ? HOUSE_OF_KEYS : HOUSE) + membership.map(own).orElse("") + where;
    }

    /** Whether so few rows are fetched by their keys that sorting them is the least work. */
    boolean byKey() {
        return membership.filter(CaseMembership::byKey).isPresent();
    }

    List<Object> parameters() {
        return List.copyOf(parameters);
    }

    private void codes(FieldId field, Set<String> codes) {
        String column = COLUMNS.get(field);
        if (column != null) {
            oneOf(column, codes);
        } else if (!field.equals(CoreField.SUSPICION)) {
            throw new IllegalArgumentException("cases cannot be filtered by this field");
        } else if (!codes.isEmpty()) {
            where.append(" and id in (select s.case_id from case_suspicion s where s.service = ? and s.code in (")
                    .append(marks(codes))
                    .append("))");
            parameters.add(parameters.get(0));
            parameters.addAll(codes);
        }
    }

    private void oneOf(String column, Collection<String> values) {
        if (!values.isEmpty()) {
            where.append(" and ")
                    .append(column)
                    .append(" in (")
                    .append(marks(values))
                    .append(')');
            parameters.addAll(values);
        }
    }

    private static String marks(Collection<String> values) {
        return "?" + ", ?".repeat(values.size() - 1);
    }

    private void search(String search) {
        if (search.isEmpty()) {
            return;
        }
        if (!search.chars().allMatch(c -> c >= '0' && c <= '9')) {
            where.append(" and case_number >= ? and case_number < ?");
            begins(search.toUpperCase(Locale.ROOT));
            return;
        }
        // a number begins with its country, so digits alone can only be a serial
        int paddings = search.startsWith("0") ? 0 : PADDING;
        where.append(" and (serial >= ? and serial < ?")
                .append(" or serial >= ? and serial < ?".repeat(paddings))
                .append(')');
        for (int zeros = 0; zeros <= paddings; zeros++) {
            begins("0".repeat(zeros) + search);
        }
    }

    /** As a range: under row level security PostgreSQL looks nothing up in an index by {@code like}. */
    private void begins(String text) {
        parameters.add(text);
        parameters.add(text + AFTER_ALL);
    }
}
