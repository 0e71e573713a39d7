// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.id;

import java.util.UUID;

/** Identity of a case; random, so that it tells nothing about order or child. */
public record CaseId(UUID value) {
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
