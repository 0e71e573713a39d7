// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.SignedIn;
import org.openbarnahus.ui.kit.text.TextCatalog;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;

/** One browser tab with the person who signed in there. */
final class Tab implements ViewContext {
    private final UI ui;
    private volatile Session session;
    private final TextCatalog catalog;
    private final House house;

    private Tab(UI ui, Session session, TextCatalog catalog, House house) {
        this.ui = ui;
        this.session = session;
        this.catalog = catalog;
        this.house = house;
    }

    static Tab open(UI ui, Session session, TextCatalog catalog, House house) {
        Tab tab = new Tab(ui, session, catalog, house);
        ComponentUtil.setData(ui, Tab.class, tab);
        return tab;
    }

    static Optional<Tab> of(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, Tab.class));
    }

    /** As the request that is answered holds it: after a fresh second factor only the newest secret is good for what wants one. */
    @Override
    public Session session() {
        Optional.ofNullable(VaadinRequest.getCurrent())
                .flatMap(WebSignIn::session)
                .filter(now -> now.id().equals(session.id()))
                .ifPresent(now -> session = now);
        return session;
    }

    @Override
    public Locale locale() {
        return ui.getLocale();
    }

    @Override
    public Texts texts() {
        return catalog.in(locale());
    }

    @Override
    public LocalDate today() {
        return house.today(session);
    }

    @Override
    public ZoneId zone() {
        return house.zone(session);
    }

    @Override
    public String person(UserId id) {
        return house.person(session, id);
    }

    @Override
    public void navigate(String path, Map<String, String> query) {
        Map<String, String> given = new TreeMap<>(query);
        given.values().removeIf(String::isEmpty);
        ui.navigate(path, QueryParameters.simple(given));
    }

    @Override
    public void renewed(SignedIn signedIn) {
        session = signedIn.session();
        if (VaadinRequest.getCurrent() instanceof VaadinServletRequest request
                && VaadinResponse.getCurrent() instanceof VaadinServletResponse response) {
            WebSession.renew(request, response, signedIn);
        }
    }

    @Override
    public void access(Runnable task) {
        var unused = ui.access(task::run);
    }
}
