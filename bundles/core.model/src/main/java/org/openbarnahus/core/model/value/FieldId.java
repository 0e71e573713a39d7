// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.value;

import java.util.regex.Pattern;

/**
 * Name of a field: {@code age}, a part of a group as {@code special_needs.assessed}, or, in a national pack, with its
 * owner's prefix: {@code se.suspect_reasonable_date}.
 */
public record FieldId(String value) implements Comparable<FieldId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*){0,3}");
    private static final int MAX = 80;

    public FieldId {
        if (value.length() > MAX || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a field id");
        }
    }

    public static FieldId of(String value) {
        return new FieldId(value);
    }

    /** Whether the text could name a field; for input from outside, where a refusal beats an exception. */
    public static boolean isValid(String text) {
        return text.length() <= MAX && SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(FieldId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
