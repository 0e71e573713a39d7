// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

/** Tells texts that everybody sees the same from those that deceive. */
public final class Texts {
    private Texts() {}

    /**
     * Whether the text holds no control characters but line breaks and tabs, nothing that turns the direction of writing or
     * hides (bidirectional controls, zero-width marks of direction), no half of a character pair, no non-character.
     */
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(Texts::isPlain);
    }

    private static boolean isPlain(int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            return true;
        }
        boolean turns =
                c == 0x061C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean nothing = c == 0xFEFF || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return !turns && !nothing && !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }
}
