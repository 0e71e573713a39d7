// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Locale;
import java.util.Optional;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.ui.kit.text.TextCatalog;
import org.openbarnahus.ui.kit.view.ViewContribution;

/** Puts a tab together: who sits there, in which language, and what they may open. */
record Frame(Views views, House house, Pages pages, TextCatalog catalog, SignIn signIn) {
    void initialize(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(new ContentSecurityPolicy());
        event.getSource().addSessionInitListener(e -> {
            e.getSession().setErrorHandler(new Trouble(catalog));
            e.getSession().setLocale(Languages.choose(catalog, e.getRequest()));
        });
        event.getSource().addUIInitListener(e -> e.getUI().addBeforeEnterListener(this::guard));
    }

    /** The services decide what may be done; this keeps somebody signed out, or somebody else, from an open tab. */
    private void guard(BeforeEnterEvent event) {
        UI ui = event.getUI();
        Optional<Session> now = Optional.ofNullable(VaadinRequest.getCurrent()).flatMap(signIn::of);
        boolean same = Tab.of(ui)
                .map(tab -> tab.session().alive()
                        && now.map(s -> s.id().equals(tab.session().id())).orElse(true))
                .orElse(now.isPresent());
        if (!same) {
            event.forwardToUrl(SignIn.PATH);
            return;
        }
        Session session = tab(ui).session();
        Optional<ViewContribution> view = views.of(event.getNavigationTarget());
        if (view.isPresent() && !view.get().visibleTo(session)) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    Tab tab(UI ui) {
        return Tab.of(ui)
                .orElseGet(() -> Tab.open(
                        ui,
                        signIn.of(VaadinRequest.getCurrent())
                                .orElseThrow(() -> new IllegalStateException("a page without a signed-in person")),
                        catalog,
                        house));
    }

    MainLayout layout(UI ui) {
        Tab tab = tab(ui);
        HeaderBar header = new HeaderBar(catalog, tab.session(), house.name(tab.session()), l -> speak(ui, l));
        return new MainLayout(views, house, pages, tab, header);
    }

    private static void speak(UI ui, Locale locale) {
        Languages.speak(ui, locale);
        ui.getChildren()
                .filter(MainLayout.class::isInstance)
                .map(MainLayout.class::cast)
                .forEach(MainLayout::refresh);
    }
}
