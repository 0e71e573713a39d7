// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.id;

import java.util.regex.Pattern;

/** Names one immutable composition of packs by its content: the same packs give the same id on every machine. */
public record SnapshotId(String value) {
    private static final Pattern SHAPE = Pattern.compile("s[0-9a-f]{16}");

    public SnapshotId {
        if (value.length() != 17 || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a snapshot id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
