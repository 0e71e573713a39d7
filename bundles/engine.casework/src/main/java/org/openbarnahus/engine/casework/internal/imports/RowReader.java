// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.command.NewEntry;

/** Joins the rows of both files into cases by their reference, which is forgotten afterwards. */
final class RowReader {
    static final String REFERENCE = "reference";
    static final String TYPE = "type";
    static final String DATE = "date";

    private final SchemaSnapshot snapshot;
    private final LocalDate today;
    private final ReferenceScreen references;
    private final Findings findings;
    private final Labels labels;
    private final Cells cells;

    RowReader(SchemaSnapshot snapshot, LocalDate today, ReferenceScreen references, Findings findings) {
        this.snapshot = snapshot;
        this.today = today;
        this.references = references;
        this.findings = findings;
        this.labels = new Labels(snapshot);
        this.cells = new Cells(labels);
    }

    /** The cases in file order; good or not is said by each. */
    List<Rows> read(Sheet cases, Optional<Sheet> timeline) {
        Map<String, Rows> byReference = new LinkedHashMap<>();
        for (Sheet.Line line : cases.lines()) {
            Rows rows = caseRow(cases, line);
            String reference = line.cell(REFERENCE);
            if (reference.isEmpty() && timeline.isPresent()) {
                bad(rows, cases, line, REFERENCE, Problem.at(ErrorCode.REQUIRED, REFERENCE));
            }
            String key = reference.isEmpty() ? "\n" + line.number() : reference;
            references.problem(reference).ifPresent(p -> bad(rows, cases, line, REFERENCE, p));
            Rows twin = byReference.putIfAbsent(key, rows);
            if (twin != null) {
                // whose are the timeline's rows? Neither case can be kept
                twin.spoil();
                String where = "(line " + twin.line() + ")";
                bad(rows, cases, line, REFERENCE, Problem.at(ErrorCode.IMPORT_DUPLICATE, REFERENCE, REFERENCE, where));
            }
        }
        timeline.ifPresent(sheet -> sheet.lines().forEach(line -> entryRow(sheet, line, byReference)));
        return List.copyOf(byReference.values());
    }

    private Rows caseRow(Sheet sheet, Sheet.Line line) {
        LocalDate day = Cells.date(line.cell(CoreField.CASE_DATE.value())).orElse(today);
        Read read = values(sheet, line, day);
        return new Rows(line.number(), read.values(), read.whole());
    }

    private void entryRow(Sheet sheet, Sheet.Line line, Map<String, Rows> byReference) {
        Rows rows = byReference.get(line.cell(REFERENCE));
        if (rows == null) {
            findings.row(sheet.name(), line.number(), REFERENCE, Problem.at(ErrorCode.IMPORT_ORPHAN, REFERENCE));
            return;
        }
        Optional<String> type = labels.activityType(line.cell(TYPE));
        Optional<LocalDate> day = Cells.date(line.cell(DATE));
        if (type.isEmpty()) {
            bad(rows, sheet, line, TYPE, Problem.at(ErrorCode.UNKNOWN_ACTIVITY, TYPE));
        }
        if (day.isEmpty()) {
            ErrorCode code = line.cell(DATE).isEmpty() ? ErrorCode.REQUIRED : ErrorCode.WRONG_TYPE;
            bad(rows, sheet, line, DATE, Problem.at(code, DATE));
        }
        Read read = values(sheet, line, day.orElse(today));
        if (!read.whole()) {
            rows.spoil();
        }
        if (type.isPresent() && day.isPresent()) {
            rows.add(new NewEntry(type.get(), day.get(), read.values()), line.number());
        }
    }

    /**
     * @param values what could be read
     * @param whole false when a cell could not
     */
    private record Read(FieldValues values, boolean whole) {}

    private Read values(Sheet sheet, Sheet.Line line, LocalDate day) {
        Map<FieldId, FieldValue> values = new TreeMap<>();
        boolean good = true;
        for (Map.Entry<String, String> cell : line.cells().entrySet()) {
            if (FieldId.isValid(cell.getKey())) {
                FieldId id = FieldId.of(cell.getKey());
                var value = snapshot.field(id).map(f -> cells.value(f, cell.getValue(), day));
                if (value.isPresent() && value.get() instanceof Outcome.Refused<FieldValue> refused) {
                    refused.problems().forEach(p -> findings.row(sheet.name(), line.number(), id.value(), p));
                    good = false;
                } else {
                    value.ifPresent(v -> values.put(id, v.orElseThrow()));
                }
            }
        }
        return new Read(new FieldValues(values), good);
    }

    private void bad(Rows rows, Sheet sheet, Sheet.Line line, String column, Problem problem) {
        rows.spoil();
        findings.row(sheet.name(), line.number(), column, problem);
    }
}
