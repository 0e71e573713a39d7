// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.openbarnahus.core.model.schema.Column;

/** One row of a {@link RowsEditor}: a list per column. */
final class RowLine extends Div {
    private final Map<String, ComboBox<Option>> boxes = new LinkedHashMap<>();

    RowLine(FieldContext context, int number, Map<String, String> values, Runnable changed) {
        addClassName("ob-row-line");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", context.label() + " " + number);
        for (Column column : context.field().columns()) {
            ComboBox<Option> box = box(context, column);
            String code = values.get(column.name());
            if (code != null) {
                box.setValue(Option.of(context.snapshot(), context.texts().locale(), column.codeList(), code));
            }
            box.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    changed.run();
                }
            });
            boxes.put(column.name(), box);
            add(box);
        }
    }

    private static ComboBox<Option> box(FieldContext context, Column column) {
        String key = context.field().labelKey() + ".column." + column.name();
        ComboBox<Option> box =
                new ComboBox<>(context.snapshot().label(context.texts().locale(), key));
        box.setItems(Option.of(context, column.codeList()));
        box.setItemLabelGenerator(Option::label);
        box.setManualValidation(true);
        box.setWidthFull();
        return box;
    }

    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        boxes.forEach((name, box) -> box.getOptionalValue().ifPresent(o -> values.put(name, o.code())));
        return values;
    }

    void setReadOnly(boolean readOnly) {
        boxes.values().forEach(b -> b.setReadOnly(readOnly));
    }

    void focus() {
        boxes.values().stream().findFirst().ifPresent(ComboBox::focus);
    }
}
