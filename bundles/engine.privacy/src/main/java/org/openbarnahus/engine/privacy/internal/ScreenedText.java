// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.privacy.internal;

import java.text.Normalizer;

/**
 * A text as detectors read it, with the way back to what was typed: NFKC, digits of every script as 0 to 9, one kind of space
 * and of dash, and without what hides between digits (zero-width and other format characters, combining marks).
 */
final class ScreenedText {
    private final StringBuilder text = new StringBuilder();
    private final int[] typedOffsets;

    ScreenedText(String typed) {
        int[] offsets = new int[64 + typed.length()];
        int index = 0;
        while (index < typed.length()) {
            int codePoint = typed.codePointAt(index);
            String plain = plain(codePoint);
            offsets = room(offsets, text.length() + plain.length());
            for (int i = 0; i < plain.length(); i++) {
                offsets[text.length() + i] = index;
            }
            text.append(plain);
            index += Character.charCount(codePoint);
        }
        typedOffsets = offsets;
    }

    String text() {
        return text.toString();
    }

    /** Offset in what was typed of a character of the normalised text. */
    int typedOffset(int offset) {
        return typedOffsets[Math.clamp(offset, 0, Math.max(0, text.length() - 1))];
    }

    private String plain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.ENCLOSING_MARK -> "";
            case Character.NON_SPACING_MARK -> afterDigit() ? "" : Character.toString(codePoint);
            case Character.DASH_PUNCTUATION -> "-";
            case Character.SPACE_SEPARATOR -> " ";
            case Character.DECIMAL_DIGIT_NUMBER -> String.valueOf(Character.digit(codePoint, 10));
            default -> codePoint == '\u2212' ? "-" : compatible(codePoint);
        };
    }

    private boolean afterDigit() {
        return !text.isEmpty() && text.charAt(text.length() - 1) <= '9' && text.charAt(text.length() - 1) >= '0';
    }

    private static String compatible(int codePoint) {
        return codePoint < 0x80
                ? Character.toString(codePoint)
                : Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    }

    private static int[] room(int[] offsets, int needed) {
        return needed <= offsets.length ? offsets : java.util.Arrays.copyOf(offsets, needed * 2);
    }
}
