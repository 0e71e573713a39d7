// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.id;

import java.util.UUID;

/** Identity of one entry on a case's timeline. */
public record EntryId(UUID value) {
    public static EntryId of(String text) {
        return new EntryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
