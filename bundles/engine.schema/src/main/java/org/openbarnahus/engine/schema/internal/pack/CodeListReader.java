// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openbarnahus.core.model.schema.CodeEntry;

/** Reads {@code codelists/<list>.csv}. The column of a place is the number of the field in its line. */
final class CodeListReader {
    private static final Set<String> COLUMNS = Set.of("code", "name", "parent", "valid_from", "valid_to", "hidden");
    private static final String MAPPING = "map:";
    private static final int MOST_ROWS = 20_000;

    private final Reading reading;
    private final Problems problems;
    private final String file;

    private CodeListReader(Reading reading, String file) {
        this.reading = reading;
        this.problems = reading.problems();
        this.file = file;
    }

    static Optional<CodeRows> read(Reading reading, String file, String list, String text) {
        return new CodeListReader(reading, file).read(list, text);
    }

    private Optional<CodeRows> read(String list, String text) {
        if (!list.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?")) {
            problems.add(Place.start(file), "the file name is not a list id", "use lower-case letters, digits and _");
            return Optional.empty();
        }
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            return Optional.of(new CodeRows(list, rows(parser), Place.start(file)));
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            problems.add(
                    Place.start(file),
                    "not CSV: a quote is opened and not closed",
                    "close it, or double quotes inside");
            return Optional.empty();
        }
    }

    private List<Located<CodeEntry>> rows(CSVParser parser) {
        List<Located<CodeEntry>> rows = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        List<String> header = List.of();
        for (CSVRecord row : parser) {
            int line = (int) parser.getCurrentLineNumber();
            if (header.isEmpty()) {
                header = header(row);
                line = 0;
            }
            if (line == 0 || !fits(row, header, line)) {
                continue;
            }
            entry(row, header, line).ifPresent(entry -> {
                rows.add(entry);
                Place first = seen.putIfAbsent(entry.value().code(), entry.place());
                if (first != null) {
                    problems.add(
                            entry.place(),
                            "code " + Problems.quote(entry.value().code()) + " twice",
                            "see line " + first.line() + "; keep one of them");
                }
            });
        }
        if (header.isEmpty()) {
            problems.add(Place.start(file), "the file is empty", "begin with the line code,name,…");
        }
        return rows;
    }

    private List<String> header(CSVRecord row) {
        List<String> header = row.toList();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            boolean mapping = name.startsWith(MAPPING) && name.matches("map:[a-z][a-z0-9_]{0,30}");
            if (!COLUMNS.contains(name) && !mapping || header.indexOf(name) != i) {
                problems.add(
                        new Place(file, 1, i + 1),
                        "column " + Problems.quote(name) + " is unknown or twice",
                        "use code, name, parent, valid_from, valid_to, hidden or map:<classification>");
            }
        }
        if (!header.contains("code")) {
            problems.add(Place.start(file), "column code is missing", "add it to the first line");
        }
        return header;
    }

    private boolean fits(CSVRecord row, List<String> header, int line) {
        if (row.size() > header.size() || row.getRecordNumber() > MOST_ROWS) {
            problems.add(
                    new Place(file, line, header.size() + 1),
                    "more fields than columns, or more than " + MOST_ROWS + " rows",
                    "put quotes around a text with commas");
            return false;
        }
        return true;
    }

    private Optional<Located<CodeEntry>> entry(CSVRecord row, List<String> header, int line) {
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isBlank()) {
                cells.put(header.get(i), row.get(i).strip());
            }
        }
        Place place = new Place(file, line, header.indexOf("code") + 1);
        String code = cells.getOrDefault("code", "");
        if (!code.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")) {
            problems.add(place, Problems.quote(code) + " is not a code", "use letters, digits and _ . -");
            return Optional.empty();
        }
        Map<String, String> mappings = new TreeMap<>();
        cells.forEach((k, v) -> {
            if (k.startsWith(MAPPING)) {
                mappings.put(k.substring(MAPPING.length()), v);
            }
        });
        CodeEntry entry = new CodeEntry(
                code,
                reading.head().code(),
                Optional.ofNullable(cells.get("name")),
                Optional.ofNullable(cells.get("parent")),
                date(cells.get("valid_from"), line, header.indexOf("valid_from")),
                date(cells.get("valid_to"), line, header.indexOf("valid_to")),
                hidden(cells.getOrDefault("hidden", "false"), line, header.indexOf("hidden")),
                mappings);
        return Optional.of(new Located<>(entry, place));
    }

    private Optional<LocalDate> date(@org.jspecify.annotations.Nullable String text, int line, int column) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            problems.add(new Place(file, line, column + 1), "not a date", "write it as 2026-01-31");
            return Optional.empty();
        }
    }

    private boolean hidden(String text, int line, int column) {
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(
                    new Place(file, line, column + 1),
                    "hidden is neither true nor false",
                    "write true or leave it empty");
        }
        return text.equals("true");
    }
}
