// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.SchemaSnapshot;

/** One choice of a code list in the reader's language. */
record Option(String code, String label) {
    /** Lists longer than this are sorted by label: nobody knows the order of 290 municipalities. */
    static final int LONG = 40;

    /** What may be chosen today, in the list's order; of long lists by label. */
    static List<Option> of(FieldContext context, String listId) {
        Optional<CodeList> list = context.snapshot().codeList(listId);
        Stream<CodeEntry> entries =
                list.stream().flatMap(l -> l.entries().stream()).filter(e -> !e.hidden() && e.validOn(context.today()));
        List<Option> options = entries.map(
                        e -> of(context.snapshot(), context.texts().locale(), listId, e.code()))
                .toList();
        return options.size() > LONG ? byLabel(options, context.texts().locale()) : options;
    }

    static Option of(SchemaSnapshot snapshot, Locale locale, String listId, String code) {
        return new Option(code, snapshot.codeLabel(locale, listId, code));
    }

    private static List<Option> byLabel(List<Option> options, Locale locale) {
        Collator collator = Collator.getInstance(locale);
        return options.stream()
                .sorted((a, b) -> collator.compare(a.label(), b.label()))
                .toList();
    }
}
