// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;

/**
 * Unsaved changes as text and back: a line a field, its parts percent-encoded and separated by blanks. Our own form and not
 * JSON, as nobody else ever reads it.
 *
 * @param head what goes with the fields: type and day of an activity
 */
record DraftText(Map<String, String> head, Map<FieldId, Optional<FieldValue>> changes) {

    /** Keeps what was typed out of logs. */
    @Override
    public String toString() {
        return "DraftText[" + changes.size() + "]";
    }

    String text() {
        Stream<String> heads = head.entrySet().stream().map(e -> line("head", e.getKey(), e.getValue()));
        Stream<String> fields = changes.entrySet().stream()
                .map(e -> line(
                        e.getKey().value(),
                        e.getValue()
                                .map(DraftText::parts)
                                .orElse(List.of("none"))
                                .toArray(String[]::new)));
        return Stream.concat(heads, fields).collect(Collectors.joining("\n"));
    }

    /** Nothing when another version of the program wrote it in a way that is not understood. */
    static Optional<DraftText> read(String text) {
        Map<String, String> head = new TreeMap<>();
        Map<FieldId, Optional<FieldValue>> changes = new TreeMap<>();
        try {
            for (String line : text.lines().toList()) {
                List<String> parts =
                        Stream.of(line.split(" ")).map(DraftText::decoded).toList();
                if (parts.getFirst().equals("head")) {
                    head.put(parts.get(1), parts.get(2));
                } else {
                    changes.put(new FieldId(parts.getFirst()), value(parts.subList(1, parts.size())));
                }
            }
            return Optional.of(new DraftText(head, changes));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> parts(FieldValue value) {
        return switch (value) {
            case CodeValue code -> List.of("code", code.code());
            case CodesValue codes -> {
                List<String> parts = new ArrayList<>(List.of("codes", codes.main() == null ? "" : codes.main()));
                parts.addAll(codes.codes());
                yield parts;
            }
            case DateValue date -> List.of("date", date.date().toString());
            case IntegerValue number -> List.of("number", Long.toString(number.number()));
            case TextValue words -> List.of("text", words.text());
            case RowsValue rows -> {
                List<String> parts = new ArrayList<>(List.of("rows"));
                rows.rows()
                        .forEach(row -> parts.add(row.entrySet().stream()
                                .map(cell -> encoded(cell.getKey()) + "=" + encoded(cell.getValue()))
                                .collect(Collectors.joining("&"))));
                yield parts;
            }
        };
    }

    private static Optional<FieldValue> value(List<String> parts) {
        List<String> rest = parts.subList(1, parts.size());
        return switch (parts.getFirst()) {
            case "none" -> Optional.empty();
            case "code" -> Optional.of(new CodeValue(rest.getFirst()));
            case "codes" -> {
                @Nullable String main = rest.getFirst().isEmpty() ? null : rest.getFirst();
                yield Optional.of(new CodesValue(rest.subList(1, rest.size()), main));
            }
            case "date" -> Optional.of(new DateValue(LocalDate.parse(rest.getFirst())));
            case "number" -> Optional.of(new IntegerValue(Long.parseLong(rest.getFirst())));
            case "text" -> Optional.of(new TextValue(rest.getFirst()));
            case "rows" ->
                Optional.of(new RowsValue(rest.stream().map(DraftText::row).toList()));
            default -> throw new IllegalArgumentException("not a kind of value");
        };
    }

    private static Map<String, String> row(String text) {
        return Stream.of(text.split("&"))
                .map(cell -> cell.split("=", 2))
                .collect(Collectors.toMap(cell -> decoded(cell[0]), cell -> decoded(cell[1])));
    }

    private static String line(String first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more))
                .map(DraftText::encoded)
                .collect(Collectors.joining(" "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
