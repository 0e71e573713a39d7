// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.text;

import java.util.List;
import java.util.stream.Collectors;

/** A row for spreadsheets, as RFC 4180 has it: every cell quoted, and none that could be taken for a formula. */
public final class CsvRow {
    private static final String BEGINS_A_FORMULA = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20";
    /** Which spreadsheets skip to find the formula behind them. */
    private static final String BEFORE_A_FORMULA = "\t\r\n\0";

    private CsvRow() {}

    /** With its line end. A cell that begins as a formula, or with what is skipped before one, is led by an apostrophe. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvRow::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip();
        boolean formula = !clean.isEmpty() && BEGINS_A_FORMULA.indexOf(clean.charAt(0)) >= 0
                || !text.isEmpty() && BEFORE_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + clean : clean;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
