// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;

/** The core's own way to draw each type of field. */
final class Editors {
    private static final int TEXT_MAX = 20_000;
    private static final int TYPING_PAUSE = 400;

    private Editors() {}

    static FieldEditor of(FieldContext context) {
        return switch (context.field().type()) {
            case CODE -> CodeEditors.one(context, context.field().codeList().orElse(""));
            case YES_NO_UNKNOWN -> CodeEditors.one(context, "yes_no_unknown");
            case CODE_MULTI ->
                new CodesEditor(context, context.field().codeList().orElse(""));
            case DATE -> date(context);
            case INTEGER -> integer(context);
            case TEXT -> text(context);
            case ROWS -> new RowsEditor(context);
        };
    }

    private static FieldEditor date(FieldContext context) {
        DatePicker picker = Dates.picker(context.texts());
        if (context.field().limits().notInFuture()) {
            picker.setMax(context.today());
        }
        return new InputEditor<>(
                context,
                picker,
                d -> Optional.<FieldValue>of(new DateValue(d)),
                v -> v.map(x -> x instanceof DateValue d ? d.date() : null).orElse(null)) {
            @Override
            public boolean unreadable() {
                return Unreadable.in(input, input.getDefaultValidator());
            }
        };
    }

    private static FieldEditor integer(FieldContext context) {
        IntegerField field = new IntegerField();
        field.setManualValidation(true);
        field.setStepButtonsVisible(false);
        field.addClassName("ob-number");
        return new InputEditor<>(
                context,
                field,
                n -> Optional.<FieldValue>of(new IntegerValue(n)),
                v -> v.map(x -> x instanceof IntegerValue n ? Math.toIntExact(n.number()) : null)
                        .orElse(null)) {
            @Override
            public boolean unreadable() {
                return Unreadable.in(input, input.getDefaultValidator());
            }
        };
    }

    private static FieldEditor text(FieldContext context) {
        TextArea area = new TextArea();
        Integer limit = context.field().limits().maxLength();
        int max = limit == null ? TEXT_MAX : limit;
        area.setMaxLength(max);
        area.setManualValidation(true);
        area.setMinRows(3);
        area.setMaxRows(12);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(TYPING_PAUSE);
        area.addClassName("ob-wide");
        String help = InputEditor.helpOf(context);
        area.addValueChangeListener(e -> area.setHelperText(withCounter(help, e.getValue(), max)));
        InputEditor<TextArea, String> editor = new InputEditor<>(
                context,
                area,
                t -> t.isBlank() ? Optional.empty() : Optional.<FieldValue>of(new TextValue(t)),
                v -> v.map(x -> x instanceof TextValue t ? t.text() : "").orElse(""));
        area.setHelperText(withCounter(help, "", max));
        return editor;
    }

    private static String withCounter(String help, String text, int max) {
        String counter = text.length() + " / " + max;
        return help.isEmpty() ? counter : help + " · " + counter;
    }
}
