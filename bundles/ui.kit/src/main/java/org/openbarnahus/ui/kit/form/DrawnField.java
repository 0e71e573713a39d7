// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import java.util.List;
import java.util.stream.Stream;
import org.openbarnahus.core.model.schema.Column;
import org.openbarnahus.core.model.schema.FieldDefinition;

/** A field of a form with everything it was drawn from. */
final class DrawnField {
    private final FieldContext context;
    private final FieldEditor editor;
    private boolean applies = true;

    DrawnField(FieldContext context, FieldEditor editor) {
        this.context = context;
        this.editor = editor;
        editor.component().setId("field-" + context.field().id().value().replace('.', '-'));
    }

    FieldDefinition field() {
        return context.field();
    }

    FieldEditor editor() {
        return editor;
    }

    String label() {
        return context.label();
    }

    boolean applies() {
        return applies;
    }

    void setApplies(boolean yes) {
        applies = yes;
        editor.component().setVisible(yes);
    }

    boolean unreadable() {
        return applies && editor.unreadable();
    }

    /** Whether drawing it from the other context would give the same field. */
    boolean sameAs(FieldContext other) {
        return looks(context).equals(looks(other));
    }

    private static List<Object> looks(FieldContext c) {
        List<List<Option>> options = Stream.concat(
                        c.field().codeList().stream(),
                        c.field().columns().stream().map(Column::codeList))
                .map(list -> Option.of(c, list))
                .toList();
        return List.of(c.field(), c.label(), c.help(), c.texts().locale(), c.today(), options);
    }
}
