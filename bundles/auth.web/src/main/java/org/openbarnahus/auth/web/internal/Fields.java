// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a query or of a form, as browsers write them: always in UTF-8, a name as often as it comes. */
final class Fields {
    /** No page of ours has a form near it. */
    static final int MOST = 1_000;

    private Fields() {}

    /** Of a query that is {@link Legible}. */
    static Map<String, List<String>> of(@Nullable String query) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        add(fields, query == null ? "" : query);
        return fields;
    }

    /**
     * Those of the query first.
     *
     * @throws IllegalArgumentException if the form cannot be read
     */
    static Map<String, List<String>> of(@Nullable String query, byte[] form) {
        Map<String, List<String>> fields = of(query);
        String text = text(form);
        if (!Legible.query(text) || text.chars().filter(sign -> sign == '&').count() >= MOST) {
            throw new IllegalArgumentException("no form");
        }
        add(fields, text);
        return fields;
    }

    private static String text(byte[] form) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(form))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void add(Map<String, List<String>> fields, String encoded) {
        int from = 0;
        while (from < encoded.length()) {
            int next = encoded.indexOf('&', from);
            int end = next < 0 ? encoded.length() : next;
            String field = encoded.substring(from, end);
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            String value = equals < 0 ? "" : field.substring(equals + 1);
            if (!field.isEmpty()) {
                fields.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
            }
            from = end + 1;
        }
    }

    private static String decoded(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
