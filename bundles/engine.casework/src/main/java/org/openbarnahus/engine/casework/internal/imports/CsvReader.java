// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;

/**
 * Reads CSV as spreadsheets write it (RFC 4180, comma or semicolon, with or without byte order mark). Lines that begin with
 * {@code #} are comments. A cell is text, whatever it looks like: nothing is computed.
 */
final class CsvReader {
    private static final int MAX_COLUMNS = 300;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private final String name;
    private final int maxLines;
    private final Findings findings;

    CsvReader(String name, int maxLines, Findings findings) {
        this.name = name;
        this.maxLines = maxLines;
        this.findings = findings;
    }

    /** The sheet, or empty with the reason among the findings. */
    Optional<Sheet> read(String text) {
        String body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        if (OtherFiles.begins(body)) {
            findings.file(name, 1, "", ErrorCode.IMPORT_ROW, "detail", "csv.other");
            return Optional.empty();
        }
        if (body.indexOf(REPLACEMENT) >= 0) {
            findings.file(name, lineOf(body, REPLACEMENT), "", ErrorCode.IMPORT_ROW, "detail", "csv.encoding");
            return Optional.empty();
        }
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(body))
                .setCommentMarker('#')
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(body, format)) {
            return sheet(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private Optional<Sheet> sheet(CSVParser parser) {
        List<String> columns = new ArrayList<>();
        List<Sheet.Line> lines = new ArrayList<>();
        Iterator<CSVRecord> records = parser.iterator();
        try {
            while (records.hasNext()) {
                CSVRecord record = records.next();
                int number = firstLine(parser, record);
                if (columns.isEmpty()) {
                    record.forEach(c -> columns.add(c.strip().toLowerCase(Locale.ROOT)));
                    if (columns.size() > MAX_COLUMNS) {
                        findings.file(name, number, "", ErrorCode.TOO_MANY, "max", Integer.toString(MAX_COLUMNS));
                        return Optional.empty();
                    }
                } else if (lines.size() == maxLines) {
                    findings.file(name, number, "", ErrorCode.TOO_MANY, "max", Integer.toString(maxLines));
                    return Optional.empty();
                } else {
                    line(number, record, columns).ifPresent(lines::add);
                }
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            // its message may quote the file
            int number = Math.toIntExact(parser.getCurrentLineNumber());
            findings.file(name, number, "", ErrorCode.IMPORT_ROW, "detail", "csv.quotes");
            return Optional.empty();
        }
        if (columns.isEmpty()) {
            findings.file(name, 1, "", ErrorCode.IMPORT_ROW, "detail", "csv.empty");
            return Optional.empty();
        }
        return Optional.of(new Sheet(name, columns, lines));
    }

    private Optional<Sheet.Line> line(int number, CSVRecord record, List<String> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < record.size(); i++) {
            String cell = record.get(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            if (i >= columns.size()) {
                findings.row(name, number, "", Problem.at(ErrorCode.IMPORT_ROW, "", "detail", "csv.cells"));
            } else {
                cells.put(columns.get(i), cell);
            }
        }
        return cells.isEmpty() ? Optional.empty() : Optional.of(new Sheet.Line(number, cells));
    }

    /** The parser knows the line on which a record ends; a quoted cell may hold line breaks. */
    private static int firstLine(CSVParser parser, CSVRecord record) {
        long breaks = 0;
        for (String cell : record) {
            breaks += cell.lines().count() > 1 ? cell.lines().count() - 1 : 0;
        }
        return Math.toIntExact(Math.max(1, parser.getCurrentLineNumber() - breaks));
    }

    /** The separator that the header line uses most. */
    private static char delimiter(String body) {
        String header = body.lines()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .findFirst()
                .orElse("");
        long semicolons = header.chars().filter(c -> c == ';').count();
        long commas = header.chars().filter(c -> c == ',').count();
        return semicolons > commas ? ';' : ',';
    }

    private static int lineOf(String body, char wanted) {
        return 1
                + (int) body.substring(0, body.indexOf(wanted))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
