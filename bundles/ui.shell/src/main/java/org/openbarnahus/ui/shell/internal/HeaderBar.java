// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import java.util.function.Consumer;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.ui.kit.text.TextCatalog;
import org.openbarnahus.ui.kit.text.Texts;

/** Product, house, person, language, sign-out. */
final class HeaderBar extends Div {
    private final Select<Locale> language = new Select<>();
    private final Anchor user = new Anchor(WebContext.ACCOUNT);
    private final Element signOut = new Element("button");

    HeaderBar(TextCatalog catalog, Session session, String houseName, Consumer<Locale> speak) {
        addClassName("ob-navbar");
        Anchor brand = new Anchor("/", VaadinIcon.HOME_O.create());
        brand.add(new Span("OpenBarnahus"));
        brand.addClassName("ob-brand");
        Span house = new Span(houseName);
        house.addClassName("ob-house");
        user.setText(session.actor().username());
        user.setRouterIgnore(true);
        user.addClassName("ob-user");
        language.addClassName("ob-language");
        language.setItems(catalog.languages());
        language.setItemLabelGenerator(l -> catalog.in(l).get("language.name"));
        language.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                speak.accept(e.getValue());
            }
        });
        Div end = new Div(user, language);
        end.getElement().appendChild(signOutForm());
        end.addClassName("ob-navbar-end");
        add(brand, house, end);
    }

    /** A plain form: signing out works without scripts, and leaves the page for good. */
    private Element signOutForm() {
        Element form = new Element("form");
        form.setAttribute("method", "post").setAttribute("action", SignIn.SIGN_OUT);
        form.getClassList().add("ob-sign-out");
        signOut.setAttribute("type", "submit");
        return form.appendChild(signOut);
    }

    void fill(Texts texts) {
        language.setAriaLabel(texts.get("shell.language"));
        language.setValue(Locale.of(texts.locale().getLanguage()));
        user.getElement().setAttribute("title", texts.get("shell.account"));
        signOut.setText(texts.get("shell.sign-out"));
    }
}
