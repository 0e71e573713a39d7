// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes that a target is given: first its choices, one byte each ({@code '0'} is the first of what can be chosen, so that
 * seeds can be read), then the rest.
 */
public final class Input {
    private final byte[] bytes;
    private int at;

    public Input(byte[] bytes) {
        this.bytes = bytes;
    }

    /** From 0 to below {@code of}. */
    public int choice(int of) {
        return at < bytes.length ? Math.floorMod(bytes[at++] - '0', of) : 0;
    }

    public byte[] rest() {
        return Arrays.copyOfRange(bytes, at, bytes.length);
    }

    /** As UTF-8; what is not becomes the replacement character. */
    public String text() {
        return new String(rest(), StandardCharsets.UTF_8);
    }

    /** The lines of the text, at least so many; those that are missing are empty. */
    public List<String> lines(int least) {
        List<String> lines = new java.util.ArrayList<>(text().lines().toList());
        while (lines.size() < least) {
            lines.add("");
        }
        return lines;
    }
}
