// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;

/** Rows of coded columns: suspects, participants. Always offers an empty row when there is none. */
final class RowsEditor implements FieldEditor {
    private static final int MOST = 50;

    private final FieldContext context;
    private final Div whole = new Div();
    private final Div lines = new Div();
    private final Span error = new Span();
    private final Button add;
    private final List<RowLine> rows = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean readOnly;

    RowsEditor(FieldContext context) {
        this.context = context;
        this.add = new Button(context.texts().get("kit.rows.add"), VaadinIcon.PLUS.create(), e -> added());
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add.setAriaLabel(context.texts().get("kit.rows.add-to", context.label()));
        Span label = new Span(context.label());
        label.addClassName("ob-rows-label");
        if (context.field().required() == Requirement.NOW) {
            label.addClassName("ob-required");
        }
        Span help = new Span(InputEditor.helpOf(context));
        help.addClassName("ob-help");
        help.setVisible(!help.getText().isEmpty());
        error.addClassName("ob-field-error");
        error.setVisible(false);
        whole.add(label, lines, error, help, add);
        whole.addClassNames("ob-rows", "ob-wide");
        whole.getElement().setAttribute("role", "group");
        whole.getElement().setAttribute("aria-label", context.label());
        show(Optional.empty());
    }

    private void added() {
        line(Map.of()).focus();
        tell();
    }

    private RowLine line(Map<String, String> values) {
        RowLine line = new RowLine(context, rows.size() + 1, values, this::tell);
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), e -> removed(line));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel(context.texts().get("kit.rows.remove", context.label()));
        line.add(remove);
        line.setReadOnly(readOnly);
        rows.add(line);
        lines.add(line);
        add.setVisible(!readOnly && rows.size() < most());
        return line;
    }

    private int most() {
        Integer max = context.field().limits().maxLength();
        return max == null ? MOST : max;
    }

    private void removed(RowLine line) {
        rows.remove(line);
        lines.remove(line);
        add.setVisible(!readOnly);
        if (rows.isEmpty()) {
            line(Map.of());
        }
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public Optional<FieldValue> value() {
        List<Map<String, String>> filled =
                rows.stream().map(RowLine::values).filter(r -> !r.isEmpty()).toList();
        return filled.isEmpty() ? Optional.empty() : Optional.of(new RowsValue(filled));
    }

    @Override
    public void show(Optional<FieldValue> value) {
        rows.clear();
        lines.removeAll();
        if (value.orElse(null) instanceof RowsValue shown) {
            shown.rows().forEach(this::line);
        } else {
            line(Map.of());
        }
    }

    @Override
    public void setReadOnly(boolean yes) {
        readOnly = yes;
        rows.forEach(r -> r.setReadOnly(yes));
        add.setVisible(!yes);
    }

    @Override
    public void showError(String message) {
        error.setText(message);
        error.setVisible(!message.isEmpty());
    }

    @Override
    public void focus() {
        rows.getFirst().focus();
    }

    @Override
    public void onChange(Runnable task) {
        listeners.add(task);
    }
}
