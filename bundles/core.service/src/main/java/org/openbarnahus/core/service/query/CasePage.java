// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.List;
import java.util.Set;
import org.openbarnahus.core.model.value.FieldId;

/**
 * Rows of one page and how many there are in all.
 *
 * @param hidden fields that the reader is not shown, taken out of the rows
 */
public record CasePage(List<CaseRow> rows, long total, Set<FieldId> hidden) {
    public CasePage {
        rows = List.copyOf(rows);
        hidden = Set.copyOf(hidden);
    }

    /** A page of which nothing is hidden. */
    public CasePage(List<CaseRow> rows, long total) {
        this(rows, total, Set.of());
    }

    /** The page as somebody sees it who is not shown the fields. */
    public CasePage hiding(Set<FieldId> fields) {
        return fields.isEmpty()
                ? this
                : new CasePage(rows.stream().map(r -> r.without(fields)).toList(), total, fields);
    }
}
