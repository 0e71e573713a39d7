// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

import org.jspecify.annotations.Nullable;

/**
 * Bounds of a value; an absent one is open.
 *
 * @param min smallest integer, in the field's unit
 * @param max largest integer, in the field's unit
 * @param maxLength most characters of a text, or most codes or rows
 * @param notInFuture of a date: not after today
 */
public record Limits(
        @Nullable Long min, @Nullable Long max, @Nullable Integer maxLength, boolean notInFuture) {
    public static final Limits NONE = new Limits(null, null, null, false);
}
