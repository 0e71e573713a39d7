// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import org.openbarnahus.ui.kit.text.Texts;

/** A small button that stands in every row: who hears and does not see hears of which row it is. */
final class RowButton {
    private RowButton() {}

    /**
     * @param key of what it says
     * @param about what the row is known by
     */
    static Button of(Texts texts, String key, String about, Runnable task) {
        Button button = new Button(texts.get(key), e -> task.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(texts.get(key) + ": " + about);
        return button;
    }
}
