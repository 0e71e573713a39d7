// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.id;

import java.util.UUID;

/** Identity of a Barnahus (a service): the boundary that no data crosses, the tenant. */
public record ServiceId(UUID value) {
    public static ServiceId of(String text) {
        return new ServiceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
