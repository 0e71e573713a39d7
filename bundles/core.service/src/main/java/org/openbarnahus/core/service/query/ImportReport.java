// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.List;
import org.openbarnahus.core.model.outcome.Problem;

/**
 * What an import did or would do.
 *
 * @param written whether anything was written
 * @param problems bad rows, in file order; capped at 1,000
 */
public record ImportReport(
        boolean written, int caseRows, int entryRows, int goodCases, int goodEntries, List<RowProblem> problems) {
    public ImportReport {
        problems = List.copyOf(problems);
    }

    /**
     * @param file {@code cases} or {@code timeline}
     * @param line line in the file, from 1 (the header)
     * @param column header of the column, or empty text
     */
    public record RowProblem(String file, int line, String column, Problem problem) {}
}
