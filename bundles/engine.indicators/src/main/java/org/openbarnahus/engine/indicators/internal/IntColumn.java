// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.util.Arrays;

/** A growing column of whole numbers, some of them absent. */
final class IntColumn {
    static final int ABSENT = Integer.MIN_VALUE;

    private int[] cells = new int[0];

    /** The number in the row, or {@link #ABSENT}; a row never written is absent. */
    int get(int row) {
        return row < cells.length ? cells[row] : ABSENT;
    }

    void set(int row, int value) {
        if (row >= cells.length) {
            int old = cells.length;
            cells = Arrays.copyOf(cells, Math.max(row + 1, old + (old >> 1) + 16));
            Arrays.fill(cells, old, cells.length, ABSENT);
        }
        cells[row] = value;
    }

    void clear(int row) {
        if (row < cells.length) {
            cells[row] = ABSENT;
        }
    }
}
