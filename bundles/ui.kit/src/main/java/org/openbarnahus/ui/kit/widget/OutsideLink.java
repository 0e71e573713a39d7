// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.widget;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.net.URI;
import org.openbarnahus.ui.kit.text.Texts;

/** Leads to a page that is not ours: says first to which host, and opens it in a tab of its own that knows nothing of us. */
public final class OutsideLink extends Button {
    /**
     * @param url begins with https://; the reader of packs sees to it
     */
    public OutsideLink(String url, String text, Texts texts) {
        super(text, VaadinIcon.EXTERNAL_LINK.create());
        setIconAfterText(true);
        addClassName("ob-outside");
        addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        addClickListener(e -> notice(url, texts).open());
    }

    private static Dialog notice(String url, Texts texts) {
        String host = URI.create(url).getHost();
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(texts.get("kit.leave.title"));
        dialog.add(new Paragraph(texts.get("kit.leave.text", host)));
        Anchor open = new Anchor(url, texts.get("kit.leave.open", host), AnchorTarget.BLANK);
        open.getElement().setAttribute("rel", "noopener noreferrer");
        open.setId("leave");
        open.getElement().addEventListener("click", e -> dialog.close());
        dialog.getFooter().add(new Button(texts.get("kit.cancel"), e -> dialog.close()), open);
        return dialog;
    }
}
