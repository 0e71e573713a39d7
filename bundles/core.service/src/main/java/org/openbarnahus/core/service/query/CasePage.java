// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.List;

/** Rows of one page and how many there are in all. */
public record CasePage(List<CaseRow> rows, long total) {
    public CasePage {
        rows = List.copyOf(rows);
    }
}
