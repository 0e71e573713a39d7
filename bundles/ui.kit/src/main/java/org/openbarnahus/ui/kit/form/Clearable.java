// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.value.FieldValue;

/** Radio buttons with a button that takes the choice back: they cannot be un-chosen by themselves. */
final class Clearable implements FieldEditor {
    private final RadioButtonGroup<Option> group;
    private final FieldEditor inner;
    private final Button clear = new Button();
    private final Div both = new Div();
    private final List<Runnable> tasks = new ArrayList<>();
    private final boolean offered;
    private boolean readOnly;

    /**
     * @param inner editor of the group
     */
    Clearable(FieldContext context, RadioButtonGroup<Option> group, FieldEditor inner) {
        this.group = group;
        this.inner = inner;
        this.offered = context.field().required() != Requirement.NOW;
        String text = context.texts().get("kit.clear", context.label());
        Icon icon = VaadinIcon.CLOSE_SMALL.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        clear.setIcon(icon);
        clear.setAriaLabel(text);
        clear.setTooltipText(text);
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        clear.addClickListener(e -> takeBack());
        group.addValueChangeListener(e -> offer());
        both.addClassName("ob-clearable");
        both.add(inner.component(), clear);
        offer();
    }

    /** The button goes away with the choice, so the focus goes to the first choice. */
    private void takeBack() {
        group.clear();
        group.getChildren().findFirst().ifPresent(first -> first.getElement().callJsFunction("focus"));
        tasks.forEach(Runnable::run);
    }

    private void offer() {
        clear.setVisible(offered && !readOnly && !group.isEmpty());
    }

    @Override
    public Component component() {
        return both;
    }

    @Override
    public Optional<FieldValue> value() {
        return inner.value();
    }

    @Override
    public void show(Optional<FieldValue> value) {
        inner.show(value);
    }

    @Override
    public void setReadOnly(boolean yes) {
        readOnly = yes;
        inner.setReadOnly(yes);
        offer();
    }

    @Override
    public void showError(String message) {
        inner.showError(message);
    }

    @Override
    public void focus() {
        inner.focus();
    }

    @Override
    public void onChange(Runnable task) {
        tasks.add(task);
        inner.onChange(task);
    }
}
