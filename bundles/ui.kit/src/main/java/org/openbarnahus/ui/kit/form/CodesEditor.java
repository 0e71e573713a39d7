// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;

/** Several codes; where it makes sense, one of them can be marked main as soon as there are two. */
final class CodesEditor implements FieldEditor {
    private final FieldContext context;
    private final String listId;
    private final List<Option> options;
    private final MultiSelectComboBox<Option> box = new MultiSelectComboBox<>();
    private final RadioButtonGroup<Option> main = new RadioButtonGroup<>();
    private final Div whole = new Div(box, main);
    private final boolean asksMain;

    CodesEditor(FieldContext context, String listId) {
        this.context = context;
        this.listId = listId;
        this.options = Option.of(context, listId);
        this.asksMain = context.field().id().equals(CoreField.SUSPICION)
                || mainWord(context).isPresent();
        box.setLabel(context.label());
        box.setHelperText(InputEditor.helpOf(context));
        box.setRequiredIndicatorVisible(context.field().required() == Requirement.NOW);
        box.setItems(options);
        box.setItemLabelGenerator(Option::label);
        box.setManualValidation(true);
        box.setWidthFull();
        box.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        main.setLabel(mainWord(context).orElse(context.texts().get("kit.main")));
        main.setItemLabelGenerator(Option::label);
        main.setVisible(false);
        box.addValueChangeListener(e -> offerMain(main.getValue()));
        whole.addClassNames("ob-codes", "ob-wide");
    }

    private static Optional<String> mainWord(FieldContext context) {
        return context.snapshot()
                .words()
                .find(context.texts().locale(), context.field().labelKey() + ".main");
    }

    private void offerMain(@Nullable Option before) {
        List<Option> chosen = List.copyOf(box.getValue());
        main.setItems(chosen);
        main.setVisible(asksMain && chosen.size() > 1);
        if (before != null && chosen.contains(before)) {
            main.setValue(before);
        }
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public Optional<FieldValue> value() {
        if (box.isEmpty()) {
            return Optional.empty();
        }
        List<String> codes = box.getValue().stream().map(Option::code).toList();
        Option chosen = main.getValue();
        return Optional.of(new CodesValue(codes, chosen == null ? null : chosen.code()));
    }

    @Override
    public void show(Optional<FieldValue> value) {
        if (value.orElse(null) instanceof CodesValue codes) {
            Set<Option> shown =
                    new LinkedHashSet<>(codes.codes().stream().map(this::option).toList());
            offerAlso(shown);
            box.setValue(shown);
            offerMain(codes.main() == null ? null : option(codes.main()));
        } else {
            box.clear();
            offerMain(null);
        }
    }

    private void offerAlso(Set<Option> shown) {
        if (!options.containsAll(shown)) {
            Set<Option> all = new LinkedHashSet<>(options);
            all.addAll(shown);
            box.setItems(new ArrayList<>(all));
        }
    }

    private Option option(String code) {
        return Option.of(context.snapshot(), context.texts().locale(), listId, code);
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        box.setReadOnly(readOnly);
        main.setReadOnly(readOnly);
    }

    @Override
    public void showError(String message) {
        box.setErrorMessage(message);
        box.setInvalid(!message.isEmpty());
    }

    @Override
    public void focus() {
        box.focus();
    }

    @Override
    public void onChange(Runnable task) {
        box.addValueChangeListener(e -> fromClient(e.isFromClient(), task));
        main.addValueChangeListener(e -> fromClient(e.isFromClient(), task));
    }

    private static void fromClient(boolean yes, Runnable task) {
        if (yes) {
            task.run();
        }
    }
}
