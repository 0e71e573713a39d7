// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.engine.schema.internal.pack.CodeRows;
import org.openbarnahus.engine.schema.internal.pack.Located;
import org.openbarnahus.engine.schema.internal.pack.Pack;
import org.openbarnahus.engine.schema.internal.pack.Place;
import org.openbarnahus.engine.schema.internal.pack.Problems;

/** Adds a pack's codes: a new list, child codes under the codes of another pack, or codes to hide. */
final class CodeMerge {
    private final Pack pack;
    private final CodeRows rows;
    private final Problems problems;
    private final List<CodeEntry> entries;

    private CodeMerge(Pack pack, CodeRows rows, Problems problems, List<CodeEntry> entries) {
        this.pack = pack;
        this.rows = rows;
        this.problems = problems;
        this.entries = entries;
    }

    static void merge(Composition to, Pack pack, CodeRows rows, Problems problems) {
        CodeList before = to.codeLists.get(rows.list());
        if (before == null) {
            boolean asked = to.openLists.remove(rows.list());
            if (!asked && !rows.list().startsWith(pack.head().prefix())) {
                problems.add(
                        rows.place(),
                        "list " + Problems.quote(rows.list()) + " lacks its owner's prefix",
                        "call the file " + pack.head().prefix() + rows.list() + ".csv");
            }
            to.codeLists.put(
                    rows.list(),
                    CodeList.of(
                            rows.list(),
                            rows.rows().stream().map(Located::value).toList()));
            return;
        }
        CodeMerge merge = new CodeMerge(pack, rows, problems, new ArrayList<>(before.entries()));
        rows.rows().forEach(merge::row);
        to.codeLists.put(rows.list(), CodeList.of(rows.list(), merge.entries));
    }

    private void row(Located<CodeEntry> row) {
        int existing = indexOf(row.value().code());
        if (existing < 0) {
            add(row);
        } else {
            hide(existing, row);
        }
    }

    private void hide(int index, Located<CodeEntry> row) {
        CodeEntry entry = row.value();
        CodeEntry before = entries.get(index);
        boolean onlyHides = entry.hidden()
                && entry.name().isEmpty()
                && entry.parent().isEmpty()
                && entry.validFrom().isEmpty()
                && entry.validTo().isEmpty()
                && entry.mappings().isEmpty();
        if (!onlyHides) {
            problems.add(
                    row.place(),
                    "code " + Problems.quote(entry.code()) + " of another pack is redefined",
                    "a pack may only hide it (hidden true, nothing else), relabel it in i18n, or add codes under it");
            return;
        }
        entries.set(
                index,
                new CodeEntry(
                        before.code(),
                        before.owner(),
                        before.name(),
                        before.parent(),
                        before.validFrom(),
                        before.validTo(),
                        true,
                        before.mappings()));
    }

    private void add(Located<CodeEntry> row) {
        CodeEntry entry = row.value();
        Place place = row.place();
        if (!entry.code().startsWith(pack.head().prefix())) {
            problems.add(
                    place,
                    "code " + Problems.quote(entry.code()) + " lacks its owner's prefix",
                    "call it " + pack.head().prefix() + entry.code());
        }
        Optional<String> parent = entry.parent();
        int index = parent.map(this::indexOf).orElse(-1);
        if (index < 0) {
            problems.add(
                    place,
                    "code " + Problems.quote(entry.code()) + " has no parent in list " + rows.list(),
                    "name the code it refines in column parent, so that figures stay comparable");
            return;
        }
        while (index + 1 < entries.size() && entries.get(index + 1).parent().equals(parent)) {
            index++;
        }
        entries.add(index + 1, entry);
    }

    private int indexOf(String code) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }
}
