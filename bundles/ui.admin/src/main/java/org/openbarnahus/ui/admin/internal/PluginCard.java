// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.query.PluginInfo;
import org.openbarnahus.core.service.query.PluginInfo.State;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.Badge;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Tone;

/** One plugin. The switch stays the same button while the rest is drawn anew, so that the keyboard does not lose it. */
final class PluginCard extends Div {
    private final Card card = new Card("");
    private final Div state = new Div();
    private final Div about = new Div();
    private final ProgressBar progress = new ProgressBar();
    private final Button toggle = new Button();
    private transient @Nullable PluginInfo shown;

    /**
     * @param wanted gets the plugin and whether it shall be on
     */
    PluginCard(BiConsumer<PluginInfo, Boolean> wanted) {
        progress.setIndeterminate(true);
        toggle.addClickListener(e -> {
            PluginInfo info = shown;
            if (info != null) {
                wanted.accept(info, info.state() == State.OFF);
            }
        });
        state.addClassName("ob-plugin-state");
        about.addClassName("ob-plugin-about");
        card.tools(toggle);
        card.add(state, progress, about);
        add(card);
        addClassName("ob-plugin");
    }

    /**
     * @param busy whether it is being switched
     * @param mayWant whether to offer the switch
     */
    void show(PluginInfo info, boolean busy, boolean mayWant, Texts texts) {
        shown = info;
        boolean off = info.state() == State.OFF;
        String title = PluginTitle.of(info, texts);
        card.setTitle(title);
        toggle.setText(texts.get(off ? "admin.on" : "admin.off"));
        toggle.setAriaLabel(texts.get(off ? "admin.on.what" : "admin.off.what", title));
        toggle.setVisible(mayWant && info.switchable());
        toggle.setEnabled(!busy);
        progress.setVisible(busy);
        progress.getElement().setAttribute("aria-label", texts.get("admin.switching", title));
        Span version = muted(texts.get("admin.version", info.version()));
        state.removeAll();
        state.add(busy ? new Badge(Tone.NEUTRAL, texts.get("admin.busy")) : badge(info.state(), texts), version);
        info.signer().ifPresent(signer -> state.add(muted(texts.get("admin.signer", signer))));
        about.removeAll();
        info.refusal()
                .ifPresent(why ->
                        about.add(list(List.of(ErrorTexts.message(why, texts.locale())), "ob-plugin-problems")));
        if (!info.problems().isEmpty()) {
            about.add(list(info.problems(), "ob-plugin-problems"));
        }
        if (!info.provides().isEmpty()) {
            about.add(list(Provided.lines(info.provides(), texts), "ob-plugin-provides"));
        } else if (!info.switchable() && info.refusal().isEmpty()) {
            about.add(new Paragraph(texts.get("admin.fixed")));
        }
    }

    private static Span muted(String text) {
        Span span = new Span(text);
        span.addClassNames("ob-muted", "ob-small");
        return span;
    }

    private static Badge badge(State state, Texts texts) {
        return switch (state) {
            case ON -> badge(Tone.GOOD, VaadinIcon.CHECK, texts.get("admin.state.on"));
            case OFF -> badge(Tone.NEUTRAL, VaadinIcon.MINUS, texts.get("admin.state.off"));
            case REFUSED -> badge(Tone.BAD, VaadinIcon.BAN, texts.get("admin.state.refused"));
            case FAILED -> badge(Tone.BAD, VaadinIcon.WARNING, texts.get("admin.state.failed"));
        };
    }

    static Badge badge(Tone tone, VaadinIcon icon, String text) {
        Badge badge = new Badge(tone, text);
        com.vaadin.flow.component.icon.Icon picture = icon.create();
        picture.getElement().setAttribute("aria-hidden", "true");
        badge.addComponentAsFirst(picture);
        return badge;
    }

    private static UnorderedList list(List<String> lines, String className) {
        UnorderedList list = new UnorderedList();
        list.addClassName(className);
        lines.forEach(line -> list.add(new ListItem(line)));
        return list;
    }
}
