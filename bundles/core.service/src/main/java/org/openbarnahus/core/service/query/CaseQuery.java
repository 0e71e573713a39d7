// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.Map;
import java.util.Set;
import org.openbarnahus.core.model.value.FieldId;

/**
 * A page of the case list.
 *
 * @param search beginning of a case number or of its serial; empty text for all
 * @param states referred, open, closed; empty for all
 * @param codes coded core fields and the codes wanted (initiated_by, child_role, sex, municipality, online_element, suspicion)
 * @param sort column
 * @param offset rows to skip
 * @param limit 1 to 200
 */
public record CaseQuery(
        String search,
        Set<String> states,
        Map<FieldId, Set<String>> codes,
        Sort sort,
        boolean descending,
        int offset,
        int limit) {
    public static final int MAX_LIMIT = 200;

    public CaseQuery {
        states = Set.copyOf(states);
        codes = Map.copyOf(codes);
        if (limit < 1 || limit > MAX_LIMIT || offset < 0 || search.length() > 64) {
            throw new IllegalArgumentException("a page has 1 to 200 rows from 0 on, a search at most 64 characters");
        }
    }

    /** Columns that can be sorted by; nothing else reaches the database. */
    public enum Sort {
        NUMBER,
        CASE_DATE,
        CHANGED,
        NEXT_DUE
    }

    public static CaseQuery firstPage(int limit) {
        return new CaseQuery("", Set.of(), Map.of(), Sort.CHANGED, true, 0, limit);
    }
}
