// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.ui.kit.form.ValueTexts;
import org.openbarnahus.ui.kit.text.Texts;

/** Somebody else saved meanwhile: shows where both changed the same field and lets the person choose field by field. */
final class StaleDialog extends Dialog {
    private enum Side {
        THEIRS,
        MINE
    }

    private final transient Map<FieldId, Optional<FieldValue>> mine;
    private final Map<FieldId, RadioButtonGroup<Side>> choices = new LinkedHashMap<>();

    private StaleDialog(Map<FieldId, Optional<FieldValue>> mine) {
        this.mine = mine;
    }

    /**
     * @param mine what the person changed
     * @param before values the person began with
     * @param now values that are recorded by now
     * @param chosen gets the changes to lay over {@code now}; empty ones when the person gives theirs up
     */
    static void ask(
            ValueTexts words,
            Map<FieldId, Optional<FieldValue>> mine,
            FieldValues before,
            FieldValues now,
            Consumer<Map<FieldId, Optional<FieldValue>>> chosen) {
        Texts texts = words.texts();
        StaleDialog dialog = new StaleDialog(mine);
        dialog.setHeaderTitle(texts.get("stale.title"));
        dialog.addClassName("ob-dialog");
        dialog.setCloseOnOutsideClick(false);
        mine.forEach((field, value) -> {
            Optional<FieldValue> theirs = now.get(field);
            if (!theirs.equals(before.get(field)) && !theirs.equals(value)) {
                dialog.add(dialog.choice(words, field, theirs, value));
            }
        });
        dialog.addComponentAsFirst(
                new Paragraph(texts.get(dialog.choices.isEmpty() ? "stale.no-conflict" : "stale.conflict")));
        Button reload = new Button(texts.get("stale.reload"), e -> dialog.answer(chosen, Map.of()));
        Button keep = new Button(texts.get("stale.keep"), e -> dialog.answer(chosen, dialog.result()));
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(reload, keep);
        dialog.open();
    }

    private Div choice(ValueTexts words, FieldId field, Optional<FieldValue> theirs, Optional<FieldValue> value) {
        Texts texts = words.texts();
        RadioButtonGroup<Side> group = new RadioButtonGroup<>(words.label(field));
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        group.setItems(Side.values());
        group.setItemLabelGenerator(side -> side == Side.MINE
                ? texts.get("stale.mine", text(words, field, value))
                : texts.get("stale.theirs", text(words, field, theirs)));
        group.setValue(Side.MINE);
        choices.put(field, group);
        return new Div(group);
    }

    private static String text(ValueTexts words, FieldId field, Optional<FieldValue> value) {
        return value.map(v -> words.text(field, v)).orElse(words.texts().get("stale.empty"));
    }

    private Map<FieldId, Optional<FieldValue>> result() {
        Map<FieldId, Optional<FieldValue>> result = new TreeMap<>(mine);
        choices.forEach((field, group) -> {
            if (group.getValue() == Side.THEIRS) {
                result.remove(field);
            }
        });
        return result;
    }

    private void answer(
            Consumer<Map<FieldId, Optional<FieldValue>>> chosen, Map<FieldId, Optional<FieldValue>> changes) {
        close();
        chosen.accept(changes);
    }
}
