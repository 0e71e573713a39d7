// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.widget;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.openbarnahus.ui.kit.text.Texts;

/** Questions before something that cannot be taken back. Prefer {@link Notices#undoable} where it can. */
public final class Ask {
    private Ask() {}

    /** Asks; runs the task when the answer is yes. Escape and the cancel button do nothing. */
    public static void first(Texts texts, String title, String text, String yes, Runnable task) {
        Dialog dialog = new Dialog(title);
        dialog.addClassName("ob-dialog");
        dialog.add(new Paragraph(text));
        Button go = new Button(yes, e -> {
            dialog.close();
            task.run();
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button cancel = new Button(texts.get("kit.cancel"), e -> dialog.close());
        dialog.getFooter().add(cancel, go);
        dialog.open();
        go.focus();
    }
}
