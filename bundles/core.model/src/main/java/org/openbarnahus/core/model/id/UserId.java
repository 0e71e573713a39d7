// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.id;

import java.util.UUID;

/** Identity of a member of staff's account. */
public record UserId(UUID value) {
    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
