// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;

/**
 * SHA-256 over a command, part by part in a fixed order. Every part is preceded by its length, so that no two different
 * commands read the same.
 */
public final class Fingerprint {
    private final MessageDigest digest;

    public Fingerprint(String command) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        add(command);
    }

    public Fingerprint add(Object part) {
        byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    public Fingerprint add(FieldValues values) {
        add(values.map().size());
        values.map().forEach((field, value) -> add(field).add(value));
        return this;
    }

    public Fingerprint add(Map<FieldId, Optional<FieldValue>> changes) {
        add(changes.size());
        new TreeMap<>(changes).forEach((field, value) -> {
            add(field);
            value.ifPresentOrElse(this::add, () -> add("clear"));
        });
        return this;
    }

    /** In lower-case hexadecimal; ends the computation. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private Fingerprint add(FieldValue value) {
        return switch (value) {
            // its own toString hides the text
            case FieldValue.TextValue text -> add("text").add(text.text());
            case FieldValue.CodesValue codes ->
                add("codes").addAll(codes.codes()).add(Optional.ofNullable(codes.main()));
            case FieldValue.CodeValue code -> add("code").add(code.code());
            case FieldValue.DateValue date -> add("date").add(date.date());
            case FieldValue.IntegerValue number -> add("number").add(number.number());
            case FieldValue.RowsValue rows -> {
                add("rows").add(rows.rows().size());
                rows.rows().forEach(row -> addAll(row.keySet()).addAll(row.values()));
                yield this;
            }
        };
    }

    private Fingerprint addAll(Collection<String> parts) {
        add(parts.size());
        parts.forEach(this::add);
        return this;
    }
}
