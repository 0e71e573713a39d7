// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180, every cell quoted; a cell that a spreadsheet could take for a formula begins with an apostrophe. */
final class Csv {
    private static final String BEGINS_A_FORMULA = "=+-@|%＝＋－＠";
    /** Which spreadsheets skip to find the formula behind them. */
    private static final String BEFORE_A_FORMULA = "\t\r\n\0";

    private Csv() {}

    static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip();
        boolean formula = !clean.isEmpty() && BEGINS_A_FORMULA.indexOf(clean.charAt(0)) >= 0
                || !text.isEmpty() && BEFORE_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + clean : clean;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
