// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.util.ArrayList;
import java.util.List;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.core.service.command.OpenCase;

/** A case as the two files describe it. One bad row makes the whole of it bad: half a case would tell a wrong story. */
final class Rows {
    private final int line;
    private final FieldValues values;
    private final List<NewEntry> entries = new ArrayList<>();
    private final List<Integer> entryLines = new ArrayList<>();
    private boolean good;

    Rows(int line, FieldValues values, boolean good) {
        this.line = line;
        this.values = values;
        this.good = good;
    }

    void add(NewEntry entry, int entryLine) {
        entries.add(entry);
        entryLines.add(entryLine);
    }

    void spoil() {
        good = false;
    }

    boolean good() {
        return good;
    }

    int line() {
        return line;
    }

    int entryLine(int index) {
        return entryLines.get(index);
    }

    OpenCase command() {
        return new OpenCase(values, entries);
    }
}
