// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

import java.util.regex.Pattern;

/**
 * Where a field is asked for: on the case, on every activity, or on one activity type.
 *
 * @param value {@code case}, {@code activity:*} or {@code activity:<type>}
 */
public record Scope(String value) {
    private static final Pattern ACTIVITY = Pattern.compile("activity:(\\*|[a-z][a-z0-9_.]{0,63})");

    public static final Scope CASE = new Scope("case");
    public static final Scope ANY_ACTIVITY = new Scope("activity:*");

    public Scope {
        if (!value.equals("case") && !ACTIVITY.matcher(value).matches()) {
            throw new IllegalArgumentException("not a scope");
        }
    }

    public static Scope activity(String type) {
        return new Scope("activity:" + type);
    }

    @Override
    public String toString() {
        return value;
    }
}
