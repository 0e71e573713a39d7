// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.openbarnahus.core.model.value.FieldValue;
import org.osgi.annotation.versioning.ConsumerType;

/** One field on the screen: its component, with label and help, and the value in it. */
@ConsumerType
public interface FieldEditor {
    /** Always the same component. */
    Component component();

    /** What stands in the field, absent when empty or not readable. */
    Optional<FieldValue> value();

    /** Shows the value; an empty optional, or a value of another shape, empties the field. */
    void show(Optional<FieldValue> value);

    /** True when something stands in the field that cannot be read, as half a date. */
    default boolean unreadable() {
        return false;
    }

    void setReadOnly(boolean readOnly);

    /**
     * Marks the field as wrong and says why.
     *
     * @param message empty text takes the mark away
     */
    void showError(String message);

    void focus();

    /** Runs the task after each change made by the person at the keyboard. */
    void onChange(Runnable task);
}
