// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of codes. What one row holds, one code or several, is kept once in a dictionary, and the row holds its number:
 * many thousand cases share few combinations.
 */
final class CodeColumn {
    private final IntColumn cells = new IntColumn();
    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final List<List<String>> combinations = new ArrayList<>();

    /** Codes of the row, empty when none is recorded. */
    List<String> get(int row) {
        int number = cells.get(row);
        return number == IntColumn.ABSENT ? List.of() : combinations.get(number);
    }

    void set(int row, List<String> codes) {
        cells.set(row, numbers.computeIfAbsent(List.copyOf(codes), this::append));
    }

    void clear(int row) {
        cells.clear(row);
    }

    private int append(List<String> codes) {
        combinations.add(codes);
        return combinations.size() - 1;
    }
}
