// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.openbarnahus.ui.kit.text.Texts;

/** A line across the page that says what everybody must know, and what to do about it. */
final class Banners {
    private Banners() {}

    /**
     * A line for the warning.
     *
     * @param arguments of its first sentence
     */
    static Div of(House.Warning warning, Texts texts, Object... arguments) {
        String key = switch (warning) {
            case NO_COUNTRY -> "shell.banner.no-country";
            case NO_FREE_TEXT -> "shell.banner.no-free-text";
            case TRAINING -> "shell.banner.training";
            case DEVELOPMENT -> "shell.banner.development";
            case DEMO -> "shell.banner.demo";
        };
        String tone = switch (warning) {
            case NO_COUNTRY, DEVELOPMENT -> "ob-bad";
            case NO_FREE_TEXT, TRAINING -> "ob-soon";
            case DEMO -> "ob-neutral";
        };
        Element strong = new Element("strong");
        strong.setText(texts.get(key, arguments));
        Div banner = new Div();
        banner.getElement().appendChild(strong);
        banner.add(new Span(texts.get(key + ".help")));
        if (warning == House.Warning.TRAINING) {
            Anchor open = new Anchor("/training", texts.get(key + ".open"));
            open.setRouterIgnore(true);
            banner.add(open);
        }
        banner.addClassNames("ob-banner", tone);
        banner.getElement().setAttribute("role", "status");
        return banner;
    }
}
