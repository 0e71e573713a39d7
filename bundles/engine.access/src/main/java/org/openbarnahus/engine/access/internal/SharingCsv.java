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
import org.openbarnahus.core.service.text.CsvRow;

/** The sharing matrix as a table for spreadsheets; its words come from packs. */
final class SharingCsv {
    private SharingCsv() {}

    static String of(SharingMatrix matrix, Locale language) {
        StringBuilder csv = new StringBuilder();
        csv.append(CsvRow.of(List.of(
                "schema",
                matrix.schema().id().value(),
                matrix.schema().country(),
                matrix.at().toString())));
        List<String> head = new ArrayList<>(List.of("field", "label", "where"));
        head.addAll(SharingMatrix.VIEWERS);
        head.add("why");
        csv.append(CsvRow.of(head));
        matrix.rows().forEach(row -> csv.append(CsvRow.of(cells(row, matrix.schema(), language))));
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
}
