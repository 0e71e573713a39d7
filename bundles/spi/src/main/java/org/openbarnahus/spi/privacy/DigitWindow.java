// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.spi.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many digits in a row, the way people write numbers: in one piece or in groups with one space, dot, dash or plus sign
 * between them. What a detector of a national number checks.
 *
 * @param digits the digits alone
 * @param start offset of the first digit in the text
 * @param end offset after the last digit
 */
public record DigitWindow(String digits, int start, int end) {
    private static final Pattern RUN = Pattern.compile("\\d(?:(?: ?[-+.] ?| )?\\d)*+");

    /**
     * Every window of the length that begins and ends where a group of digits begins and ends; a number inside a longer
     * unbroken number is none.
     *
     * @param text normalised: decimal digits 0 to 9, plain spaces and hyphens
     */
    public static List<DigitWindow> find(String text, int length) {
        List<DigitWindow> windows = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            collect(text, run.start(), run.end(), length, windows);
        }
        return windows;
    }

    private static void collect(String text, int from, int to, int length, List<DigitWindow> windows) {
        int[] offsets = new int[to - from];
        StringBuilder digits = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (digit(text, i)) {
                offsets[digits.length()] = i;
                digits.append(text.charAt(i));
            }
        }
        for (int first = 0; first + length <= digits.length(); first++) {
            int start = offsets[first];
            int end = offsets[first + length - 1] + 1;
            if (!digit(text, start - 1) && !digit(text, end)) {
                windows.add(new DigitWindow(digits.substring(first, first + length), start, end));
            }
        }
    }

    private static boolean digit(String text, int index) {
        return index >= 0 && index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    /** Whether the text writes it without a separator. */
    public boolean unbroken() {
        return end - start == digits.length();
    }

    /** The digits as a number. */
    public int number(int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    /** Value of one digit. */
    public int digit(int index) {
        return digits.charAt(index) - '0';
    }

    /** Keeps the digits out of logs and messages. */
    @Override
    public String toString() {
        return "DigitWindow[" + start + "," + end + "]";
    }
}
