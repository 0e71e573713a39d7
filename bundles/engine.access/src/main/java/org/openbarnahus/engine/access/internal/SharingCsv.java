// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.service.query.SharingMatrix;
import org.openbarnahus.core.service.query.SharingMatrix.Row;

/**
 * The sharing matrix as RFC 4180, every cell quoted; a cell that a spreadsheet could take for a formula begins with an
 * apostrophe: words come from packs.
 */
final class SharingCsv {
    private static final String BEGINS_A_FORMULA = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20";
    /** Which spreadsheets skip to find the formula behind them. */
    private static final String BEFORE_A_FORMULA = "\t\r\n\0";

    private SharingCsv() {}

    static String of(SharingMatrix matrix, Locale language) {
        StringBuilder csv = new StringBuilder();
        csv.append(line(List.of(
                "schema",
                matrix.schema().id().value(),
                matrix.schema().country(),
                matrix.at().toString())));
        List<String> head = new ArrayList<>(List.of("field", "label", "where"));
        head.addAll(SharingMatrix.VIEWERS);
        head.add("why");
        csv.append(line(head));
        matrix.rows().forEach(row -> csv.append(line(cells(row, matrix.schema(), language))));
        return csv.toString();
    }

    private static List<String> cells(Row row, SchemaSnapshot schema, Locale language) {
        String where = row.where().stream().map(Scope::value).sorted().collect(Collectors.joining(" "));
        List<String> cells = new ArrayList<>(List.of(
                row.field().id().value(), schema.label(language, row.field().labelKey()), where));
        row.shown().forEach(yes -> cells.add(yes ? "yes" : "no"));
        cells.add(row.why().map(key -> schema.label(language, key)).orElse(""));
        return cells;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(SharingCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip();
        boolean formula = !clean.isEmpty() && BEGINS_A_FORMULA.indexOf(clean.charAt(0)) >= 0
                || !text.isEmpty() && BEFORE_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + clean : clean;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
