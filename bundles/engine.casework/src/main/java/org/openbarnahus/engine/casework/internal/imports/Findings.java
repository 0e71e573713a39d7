// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.query.ImportReport.RowProblem;

/** What is wrong with an import, each cell once: the first reason found for a cell is the one to mend. */
final class Findings {
    static final int MAX = 1_000;

    private final List<RowProblem> problems = new ArrayList<>();
    private final Set<String> places = new HashSet<>();
    private boolean any;
    private boolean unreadable;

    void row(String file, int line, String column, Problem problem) {
        any = true;
        boolean first = places.add(file + ' ' + line + ' ' + column);
        if (problems.size() < MAX && (first || column.isEmpty())) {
            problems.add(new RowProblem(file, line, column, problem));
        }
    }

    /** Something that makes the whole file unusable; no row is good then. */
    void file(String file, int line, String column, ErrorCode code, String argument, String value) {
        unreadable = true;
        row(file, line, column, Problem.at(code, column, argument, value));
    }

    boolean any() {
        return any;
    }

    boolean unreadable() {
        return unreadable;
    }

    List<RowProblem> inFileOrder() {
        return problems.stream()
                .sorted(Comparator.comparing(RowProblem::file).thenComparingInt(RowProblem::line))
                .toList();
    }
}
