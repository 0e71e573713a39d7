// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180, every cell quoted; a cell that a spreadsheet could take for a formula begins with an apostrophe. */
final class Csv {
    private static final String BEGINS_A_FORMULA = "=+-@|%＝＋－＠";

    private Csv() {}

    static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip();
        String safe = !clean.isEmpty() && BEGINS_A_FORMULA.indexOf(clean.charAt(0)) >= 0 ? "'" + clean : clean;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
