// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes seeds a little, always in the same way: what the short run has instead of Jazzer's feedback. */
final class Mutations {
    private static final int MOST_STEPS = 4;
    private static final int LONGEST = 4_096;
    private static final List<String> WORDS = List.of(
            "\"",
            "\\",
            "\n",
            "\r\n",
            ",",
            ";",
            "|",
            "||",
            "*",
            ":",
            "{",
            "}",
            "[",
            "]",
            "null",
            "true",
            "0",
            "-1",
            "999999999999999999",
            "9223372036854775808",
            "1e309",
            "+999999999-12-31",
            "0000-00-00",
            "2026-02-30",
            "\u0000",
            "\uFEFF",
            "\u200B",
            "\u0661",
            "\uFF11",
            "%s",
            "../",
            "\\u0000",
            "\\ud800",
            "a,a",
            "{}",
            "[]",
            "\"\"",
            "#",
            "=",
            "&");

    private final List<byte[]> seeds;
    private final Random random;

    Mutations(List<byte[]> seeds, long seed) {
        this.seeds = seeds;
        this.random = new Random(seed);
    }

    byte[] next() {
        byte[] bytes = seeds.get(random.nextInt(seeds.size()));
        for (int i = random.nextInt(MOST_STEPS); i >= 0; i--) {
            bytes = step(bytes);
        }
        return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    }

    private byte[] step(byte[] old) {
        int from = random.nextInt(old.length + 1);
        int to = Math.min(old.length, from + random.nextInt(1 + random.nextInt(16)));
        return switch (random.nextInt(7)) {
            case 0 -> flipped(old);
            case 1 -> joined(old, from, word(), to);
            case 2 -> joined(old, from, word(), from);
            case 3 -> joined(old, from, new byte[0], to);
            case 4 -> joined(old, to, Arrays.copyOfRange(old, from, to), to);
            case 5 -> joined(old, from, new byte[] {(byte) random.nextInt(256)}, Math.min(old.length, from + 1));
            default -> spliced(old, from);
        };
    }

    private byte[] flipped(byte[] old) {
        byte[] fresh = old.clone();
        if (fresh.length > 0) {
            fresh[random.nextInt(fresh.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return fresh;
    }

    /** The beginning of this one and the end of another. */
    private byte[] spliced(byte[] old, int from) {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int at = random.nextInt(other.length + 1);
        return joined(old, from, Arrays.copyOfRange(other, at, other.length), old.length);
    }

    private byte[] word() {
        return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] old, int from, byte[] middle, int to) {
        ByteArrayOutputStream fresh = new ByteArrayOutputStream();
        fresh.write(old, 0, from);
        fresh.writeBytes(middle);
        fresh.write(old, to, old.length - to);
        return fresh.toByteArray();
    }
}
