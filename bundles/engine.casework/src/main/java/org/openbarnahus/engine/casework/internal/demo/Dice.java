// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import java.util.List;
import java.util.Random;

/** Seeded chance: the same seed tells the same stories. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Most near the low end, few near the high one: as waiting times are. */
    int waiting(int low, int high) {
        double skewed = random.nextDouble() * random.nextDouble();
        return low + (int) Math.round(skewed * (high - low));
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /**
     * @param weighted {@code "victim 62, witness 14"}: a code and its weight
     */
    String pick(String weighted) {
        String[] parts = weighted.split(",", -1);
        int left = random.nextInt(total(parts));
        for (String part : parts) {
            left -= weight(part);
            if (left < 0) {
                return code(part);
            }
        }
        throw new IllegalStateException("the weights add up");
    }

    private static int total(String[] parts) {
        int total = 0;
        for (String part : parts) {
            total += weight(part);
        }
        return total;
    }

    private static String code(String part) {
        String text = part.strip();
        return text.substring(0, text.indexOf(' '));
    }

    private static int weight(String part) {
        String text = part.strip();
        return Integer.parseInt(text.substring(text.indexOf(' ') + 1));
    }
}
