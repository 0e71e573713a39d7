// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.value;

/**
 * Tells texts that everybody sees the same from those that deceive: the one rule for whatever a person types, at a case and
 * beside it. What is read must be what is stored.
 */
public final class PlainText {
    private PlainText() {}

    /**
     * Whether the text holds no control character but line ends and tabs, nothing that turns the direction of writing, hides or
     * ends a line unseen, no half of a character pair, no replacement or non-character. The joiners that some scripts and
     * emoji need are allowed.
     */
    public static boolean isPlain(String text) {
        return text.codePoints().noneMatch(PlainText::deceives);
    }

    /** As {@link #isPlain}, on one line: for names. */
    public static boolean isPlainLine(String text) {
        return isPlain(text) && text.chars().noneMatch(PlainText::onlyBetweenLines);
    }

    private static boolean onlyBetweenLines(int c) {
        return c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean deceives(int c) {
        boolean control = Character.isISOControl(c) && !onlyBetweenLines(c);
        return control || turns(c) || hides(c) || broken(c);
    }

    /** Marks of direction, embeddings, overrides and isolates, the deprecated ones too. */
    private static boolean turns(int c) {
        return c == 0x061C || c == 0x200E || c == 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x206F;
    }

    /** Of no width: a space, word joiners, invisible operators, annotations, tags; and the line ends that few places show. */
    private static boolean hides(int c) {
        return c == 0x200B
                || c == 0x2028
                || c == 0x2029
                || c >= 0x2060 && c <= 0x2065
                || c == 0xFEFF
                || c >= 0xFFF9 && c <= 0xFFFB
                || c >= 0xE0000 && c <= 0xE007F;
    }

    private static boolean broken(int c) {
        return c >= 0xD800 && c <= 0xDFFF || c == 0xFFFD || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    }
}
