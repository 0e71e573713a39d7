// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.router.QueryParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.CaseQuery.Sort;

/** What the list shows, as the page's address says it. Empty text means all. */
record CaseFilter(String search, String state, String municipality, String suspicion, String sort) {
    static final List<String> STATES = List.of("referred", "open", "closed");
    static final List<String> SORTS = List.of("changed", "next_due", "case_date", "number");
    private static final int MAX_SEARCH = 64;

    static CaseFilter of(QueryParameters address) {
        return new CaseFilter(
                        one(address, "q"),
                        known(STATES, one(address, "state")),
                        one(address, "municipality"),
                        one(address, "suspicion"),
                        known(SORTS, one(address, "sort")))
                .shortened();
    }

    private static String one(QueryParameters address, String name) {
        return address.getSingleParameter(name).orElse("");
    }

    private static String known(List<String> all, String one) {
        return all.contains(one) ? one : "";
    }

    private CaseFilter shortened() {
        String text = search.strip();
        return new CaseFilter(
                text.length() > MAX_SEARCH ? text.substring(0, MAX_SEARCH) : text,
                state,
                municipality,
                suspicion,
                sort);
    }

    /** For the address. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("q", search);
        parameters.put("state", state);
        parameters.put("municipality", municipality);
        parameters.put("suspicion", suspicion);
        parameters.put("sort", sort);
        return parameters;
    }

    boolean narrowed() {
        return Stream.of(search, state, municipality, suspicion).anyMatch(s -> !s.isEmpty());
    }

    /** Rows of the list from the offset on. Limits are sorted with the next one first, everything else newest first. */
    CaseQuery query(int offset, int limit) {
        Map<FieldId, Set<String>> codes = new HashMap<>();
        put(codes, CoreField.MUNICIPALITY, municipality);
        put(codes, CoreField.SUSPICION, suspicion);
        Sort by = sort.isEmpty() ? Sort.CHANGED : Sort.valueOf(sort.toUpperCase(Locale.ROOT));
        Set<String> states = state.isEmpty() ? Set.of() : Set.of(state);
        return new CaseQuery(search, states, codes, by, by != Sort.NEXT_DUE, offset, limit);
    }

    private static void put(Map<FieldId, Set<String>> codes, FieldId field, String code) {
        if (!code.isEmpty()) {
            codes.put(field, Set.of(code));
        }
    }
}
