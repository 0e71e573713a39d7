// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.schema.Column;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.engine.casework.fake.RealLaw;

/** Writes {@code docs/samples} anew: 300 synthetic cases of a Swedish house, always the same ones. Run it when the packs change. */
public final class SampleFiles {
    static final LocalDate FIRST = LocalDate.of(2024, 1, 8);
    static final LocalDate LAST = LocalDate.of(2026, 5, 29);
    private static final int CASES = 300;
    private static final long SEED = 2026;

    private final List<OpenCase> stories;
    private final List<FieldDefinition> caseFields;
    private final List<FieldDefinition> entryFields;

    SampleFiles(SchemaSnapshot law) {
        stories = new Stories(law, FIRST, LAST, false).tell(CASES, SEED);
        caseFields = used(
                law.fields(Scope.CASE), stories.stream().map(OpenCase::values).toList());
        List<FieldDefinition> all = law.fields().values().stream()
                .filter(f -> !f.askedIn(Scope.CASE))
                .sorted(Comparator.comparingInt(FieldDefinition::order).thenComparing(FieldDefinition::id))
                .toList();
        entryFields = used(
                all,
                stories.stream()
                        .flatMap(s -> s.timeline().stream())
                        .map(NewEntry::values)
                        .toList());
    }

    /**
     * @param args folder to write to
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        SampleFiles files = new SampleFiles(RealLaw.of("SE"));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("cases.csv"), files.cases());
        Files.writeString(folder.resolve("timeline.csv"), files.timeline());
    }

    String cases() {
        StringBuilder csv = new StringBuilder("reference," + head(caseFields));
        for (int i = 0; i < stories.size(); i++) {
            csv.append(reference(i))
                    .append(',')
                    .append(cells(caseFields, stories.get(i).values()));
        }
        return csv.toString();
    }

    String timeline() {
        StringBuilder csv = new StringBuilder("reference,type,date," + head(entryFields));
        for (int i = 0; i < stories.size(); i++) {
            for (NewEntry entry : stories.get(i).timeline()) {
                csv.append(reference(i))
                        .append(',')
                        .append(entry.type())
                        .append(',')
                        .append(entry.date());
                csv.append(',').append(cells(entryFields, entry.values()));
            }
        }
        return csv.toString();
    }

    private static String reference(int index) {
        return String.format(Locale.ROOT, "case-%03d", index + 1);
    }

    private static List<FieldDefinition> used(List<FieldDefinition> fields, List<FieldValues> values) {
        return fields.stream()
                .filter(f -> values.stream().anyMatch(v -> v.has(f.id())))
                .toList();
    }

    private static String head(List<FieldDefinition> fields) {
        return fields.stream().map(f -> f.id().value()).collect(Collectors.joining(",")) + "\n";
    }

    private static String cells(List<FieldDefinition> fields, FieldValues values) {
        List<String> cells = new ArrayList<>();
        for (FieldDefinition field : fields) {
            cells.add(values.get(field.id()).map(v -> cell(field, v)).orElse(""));
        }
        return String.join(",", cells) + "\n";
    }

    private static String cell(FieldDefinition field, FieldValue value) {
        return switch (value) {
            case FieldValue.CodeValue code -> code.code();
            case FieldValue.CodesValue codes ->
                codes.codes().stream()
                        .map(c -> c.equals(codes.main()) && codes.codes().size() > 1 ? c + "*" : c)
                        .collect(Collectors.joining("|"));
            case FieldValue.DateValue date -> date.date().toString();
            case FieldValue.IntegerValue number -> Long.toString(number.number());
            case FieldValue.TextValue text -> '"' + text.text().replace("\"", "\"\"") + '"';
            case FieldValue.RowsValue rows ->
                rows.rows().stream()
                        .map(row -> field.columns().stream()
                                .map(Column::name)
                                .map(n -> row.getOrDefault(n, ""))
                                .collect(Collectors.joining("/")))
                        .collect(Collectors.joining("|"));
        };
    }
}
