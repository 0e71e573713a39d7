// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.data.binder.ValueContext;

/** Fields in which something stands that is no value: half a date, a word where a number belongs. */
public final class Unreadable {
    private Unreadable() {}

    /**
     * Whether the field is without value and still not empty on the screen.
     *
     * @param check the field's own validator
     */
    public static <T, C extends Component & HasValue<?, T>> boolean in(C field, Validator<T> check) {
        // within a binder's context the field does not ask whether it is required: empty is readable
        return field.isEmpty()
                && check.apply(field.getEmptyValue(), new ValueContext(new Binder<>(), field))
                        .isError();
    }
}
