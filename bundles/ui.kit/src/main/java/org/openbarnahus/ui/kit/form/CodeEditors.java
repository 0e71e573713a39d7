// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;

/** Fields of one code: radio buttons for very few, else a list that filters while one types. */
final class CodeEditors {
    private static final int RADIO = 4;

    private CodeEditors() {}

    static FieldEditor one(FieldContext context, String listId) {
        List<Option> options = Option.of(context, listId);
        return options.size() <= RADIO ? radio(context, listId, options) : combo(context, listId, options);
    }

    private static FieldEditor radio(FieldContext context, String listId, List<Option> options) {
        RadioButtonGroup<Option> group = new RadioButtonGroup<>();
        group.setItemLabelGenerator(Option::label);
        group.setManualValidation(true);
        return new Clearable(context, group, new OneCode<>(context, group, listId, options, group::setItems));
    }

    private static FieldEditor combo(FieldContext context, String listId, List<Option> options) {
        ComboBox<Option> combo = new ComboBox<>();
        combo.setItemLabelGenerator(Option::label);
        combo.setClearButtonVisible(true);
        combo.setManualValidation(true);
        return new OneCode<>(context, combo, listId, options, combo::setItems);
    }

    /** Offers today's codes and, besides, the one that is recorded although it is no longer offered. */
    private static final class OneCode<
                    C extends
                            com.vaadin.flow.component.Component
                                    & com.vaadin.flow.component.shared.InputField<
                                            ? extends com.vaadin.flow.component.HasValue.ValueChangeEvent<Option>,
                                            Option>
                                    & com.vaadin.flow.component.shared.HasValidationProperties>
            extends InputEditor<C, Option> {
        private final FieldContext context;
        private final String listId;
        private final List<Option> options;
        private final Consumer<List<Option>> items;

        OneCode(FieldContext context, C input, String listId, List<Option> options, Consumer<List<Option>> items) {
            super(context, input, o -> Optional.<FieldValue>of(new CodeValue(o.code())), v -> null);
            this.context = context;
            this.listId = listId;
            this.options = options;
            this.items = items;
            items.accept(options);
        }

        @Override
        public void show(Optional<FieldValue> value) {
            Option shown = value.map(v -> v instanceof CodeValue c ? option(c.code()) : null)
                    .orElse(null);
            if (shown != null && !options.contains(shown)) {
                List<Option> more = new ArrayList<>(options);
                more.add(shown);
                items.accept(more);
            }
            set(shown);
        }

        private void set(@Nullable Option option) {
            if (option == null) {
                input.clear();
            } else {
                input.setValue(option);
            }
        }

        private Option option(String code) {
            return Option.of(context.snapshot(), context.texts().locale(), listId, code);
        }
    }
}
