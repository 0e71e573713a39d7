// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;
import org.openbarnahus.sdk.fuzz.Packs;

/**
 * CSV files for an import: a sheet or the reason why not; what was read, written and read again is the same; every cell is a
 * value or a finding; no finding repeats what stands in a cell.
 */
public final class SheetFuzz {
    private static final int MOST = 50;
    private static final SchemaSnapshot LAW = Packs.snapshot("SE");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final String MARK = "zq xj";
    private static final Pattern SEPARATES = Pattern.compile("[,;\"\r\n\u0085\u2028\u2029]");
    private static final Sheet CASES = sheet(new Findings(), "cases", "reference,case_date\nA,2026-01-31\n")
            .orElseThrow();
    private static final PrivacyGate NOTHING_FOUND = new PrivacyGate() {
        @Override
        public List<Problem> screen(String country, FieldValues values) {
            return List.of();
        }

        @Override
        public boolean ready(String country) {
            return true;
        }
    };

    private SheetFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        boolean timeline = input.choice(2) == 1;
        String text = input.text();
        Findings findings = new Findings();
        Optional<Sheet> sheet = sheet(findings, timeline ? "timeline" : "cases", text);
        Claim.that(sheet.isPresent() != findings.unreadable(), "a sheet, or the reason why not");
        sheet.ifPresent(read -> {
            right(read, text);
            again(read);
            rows(read, timeline, findings);
        });
        findings.inFileOrder()
                .forEach(f ->
                        Claim.that(!f.toString().toLowerCase(Locale.ROOT).contains(MARK), "a finding repeats no cell"));
    }

    private static Optional<Sheet> sheet(Findings findings, String name, String text) {
        return new CsvReader(name, MOST, findings).read(text);
    }

    private static void right(Sheet sheet, String text) {
        Claim.that(sheet.lines().size() <= MOST, "no more lines than allowed");
        long lines = text.lines().count() + 1;
        sheet.lines().forEach(line -> {
            Claim.that(line.number() >= 1 && line.number() <= lines, "a line lies in the file");
            line.cells()
                    .forEach((column, cell) -> Claim.that(
                            sheet.columns().contains(column) && !cell.isBlank() && cell.equals(cell.strip()),
                            "a cell has a column and a text"));
        });
    }

    /** Except when the first line, which tells the separator, holds separators that are none. */
    private static void again(Sheet sheet) {
        if (sheet.columns().stream().anyMatch(c -> SEPARATES.matcher(c).find())) {
            return;
        }
        StringBuilder csv = new StringBuilder(row(sheet.columns()));
        sheet.lines()
                .forEach(line ->
                        csv.append(row(sheet.columns().stream().map(line::cell).toList())));
        Sheet other = sheet(new Findings(), sheet.name(), csv.toString()).orElseThrow();
        Claim.same(sheet.columns(), other.columns(), "the same columns when written and read again");
        Claim.same(
                sheet.lines().stream().map(Sheet.Line::cells).toList(),
                other.lines().stream().map(Sheet.Line::cells).toList(),
                "the same cells when written and read again");
    }

    private static String row(List<String> cells) {
        return cells.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').collect(Collectors.joining(",")) + "\n";
    }

    private static void rows(Sheet sheet, boolean timeline, Findings findings) {
        Headers headers = new Headers(LAW);
        if (timeline) {
            headers.checkTimeline(sheet, findings);
        } else {
            headers.checkCases(sheet, false, findings);
        }
        if (!findings.unreadable()) {
            RowReader reader = new RowReader(LAW, TODAY, new ReferenceScreen(NOTHING_FOUND, "SE"), findings);
            List<Rows> rows = timeline ? reader.read(CASES, Optional.of(sheet)) : reader.read(sheet, Optional.empty());
            Claim.that(
                    rows.stream().allMatch(Rows::good) || findings.any(),
                    "what makes a case bad is among the findings");
        }
    }
}
