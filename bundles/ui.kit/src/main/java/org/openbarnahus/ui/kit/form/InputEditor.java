// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue.ValueChangeEvent;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.shared.InputField;
import java.util.Optional;
import java.util.function.Function;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.value.FieldValue;

/** A field that is one Vaadin input. */
class InputEditor<C extends Component & InputField<? extends ValueChangeEvent<T>, T> & HasValidationProperties, T>
        implements FieldEditor {
    protected final C input;
    private final Function<T, Optional<FieldValue>> read;
    private final Function<Optional<FieldValue>, T> write;

    InputEditor(
            FieldContext context,
            C input,
            Function<T, Optional<FieldValue>> read,
            Function<Optional<FieldValue>, T> write) {
        this.input = input;
        this.read = read;
        this.write = write;
        input.setLabel(context.label());
        input.setHelperText(helpOf(context));
        input.setRequiredIndicatorVisible(context.field().required() == Requirement.NOW);
        input.setWidthFull();
    }

    /** Help of the field; says softly when it is needed before the case is closed. */
    static String helpOf(FieldContext context) {
        boolean soft = context.field().required() == Requirement.BEFORE_CLOSURE;
        String mark = soft ? context.texts().get("kit.before-closure") : "";
        return (context.help() + " " + mark).strip();
    }

    @Override
    public Component component() {
        return input;
    }

    @Override
    public Optional<FieldValue> value() {
        return input.isEmpty() ? Optional.empty() : read.apply(input.getValue());
    }

    @Override
    public void show(Optional<FieldValue> value) {
        T shown = write.apply(value);
        input.setValue(shown == null ? input.getEmptyValue() : shown);
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        input.setReadOnly(readOnly);
    }

    @Override
    public void showError(String message) {
        input.setErrorMessage(message);
        input.setInvalid(!message.isEmpty());
    }

    @Override
    public void focus() {
        if (input instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    @Override
    public void onChange(Runnable task) {
        input.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                task.run();
            }
        });
    }
}
