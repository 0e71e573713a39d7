// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A CSV file as it was read: texts only, nothing interpreted.
 *
 * @param name {@code cases} or {@code timeline}, as in a report
 * @param columns headers in lower case, in the order of the file
 */
record Sheet(String name, List<String> columns, List<Line> lines) {
    Sheet {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * @param number line in the file on which it begins, from 1
     * @param cells text by header in the order of the file, without surrounding space; empty cells are absent
     */
    record Line(int number, Map<String, String> cells) {
        Line {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }
}
