// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.fuzz;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a target promises of every input. */
public final class Claim {
    private Claim() {}

    public static void that(boolean kept, String promise) {
        if (!kept) {
            throw new AssertionError("broken: " + promise);
        }
    }

    public static void same(@Nullable Object one, @Nullable Object other, String promise) {
        if (!Objects.equals(one, other)) {
            throw new AssertionError("broken: " + promise + "\n one: " + one + "\n other: " + other);
        }
    }
}
