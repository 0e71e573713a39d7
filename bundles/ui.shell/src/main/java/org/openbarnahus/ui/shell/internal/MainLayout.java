// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.query.AccountEvent;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.openbarnahus.ui.kit.widget.Badge;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.Tone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Header, menu and banners around every page; follows plugins and language while open. */
final class MainLayout extends AppLayout implements AfterNavigationObserver, HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(MainLayout.class);
    private static final long MANY = 99;

    private final transient Views views;
    private final transient House house;
    private final transient Pages pages;
    private final transient Tab tab;
    private final HeaderBar header;
    private final SideNav nav = new SideNav();
    private final Div banners = new Div();
    private final Main main = new Main();
    private final DrawerToggle toggle = new DrawerToggle();
    private final NativeButton skip = new NativeButton();
    private @Nullable Component shown;

    MainLayout(Views views, House house, Pages pages, Tab tab, HeaderBar header) {
        this.views = views;
        this.house = house;
        this.pages = pages;
        this.tab = tab;
        this.header = header;
        main.addClassName("ob-main");
        main.getElement().setAttribute("tabindex", "-1");
        main.setId("main");
        skip.addClassName("ob-skip");
        skip.addClickListener(e -> main.getElement().callJsFunction("focus"));
        Div drawer = new Div(nav);
        drawer.addClassName("ob-drawer");
        addToNavbar(skip, toggle, header);
        addToDrawer(drawer);
        setContent(new Div(banners, main));
        fill();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        pages.opened(this);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        pages.closed(this);
    }

    /** Flow puts the page here; it stands in the page's only main landmark. */
    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        main.removeAll();
        shown = content == null ? null : content.getElement().getComponent().orElse(null);
        if (shown != null) {
            main.add(shown);
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement old) {
        main.removeAll();
        shown = null;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        banners();
    }

    boolean alive() {
        return tab.session().alive();
    }

    /** Draws frame and page again: language, schema, plugins or services have changed. */
    void refresh() {
        if (!tab.session().alive()) {
            getUI().ifPresent(ui -> ui.getPage().setLocation(SignIn.PATH));
            return;
        }
        fill();
        banners();
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        Component view = shown;
        if (view != null && views.of(view).isEmpty()) {
            Notices.done(tab.texts().get("shell.view-gone"));
            tab.navigate("");
        } else if (view instanceof LiveView live) {
            live.refresh();
        } else if (view != null) {
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        }
    }

    Session session() {
        return tab.session();
    }

    private void fill() {
        Texts texts = tab.texts();
        header.fill(texts);
        getElement().setAttribute("lang", texts.locale().getLanguage());
        trouble(texts);
        skip.setText(texts.get("shell.skip"));
        toggle.setAriaLabel(texts.get("shell.menu"));
        nav.removeAll();
        nav.getElement().setAttribute("aria-label", texts.get("shell.menu"));
        for (ViewContribution view : views.menu(tab.session())) {
            Icon icon = new Icon(view.icon());
            icon.getElement().setAttribute("aria-hidden", "true");
            SideNavItem item = new SideNavItem(texts.get(view.titleKey()), view.path(), icon);
            item.setMatchNested(true);
            waiting(view, item);
            nav.addItem(item);
        }
    }

    /** What the page says while it asks again by itself: Flow's own words are English. session.js knows which to show. */
    private void trouble(Texts texts) {
        String lost = texts.get("shell.lost");
        getElement().setAttribute("data-lost", lost);
        getElement().setAttribute("data-emptied", texts.get("shell.emptied"));
        getElement().setAttribute("data-busy", texts.get("shell.busy"));
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.getReconnectDialogConfiguration().setDialogText(lost);
            ui.getReconnectDialogConfiguration().setDialogTextGaveUp(texts.get("shell.lost.over"));
        }
    }

    /** A menu that cannot count is still a menu. */
    private void waiting(ViewContribution view, SideNavItem item) {
        try {
            long count = view.waiting(tab.session());
            if (count > 0) {
                Badge badge = new Badge(Tone.BAD, count > MANY ? MANY + "+" : Long.toString(count));
                badge.getElement().setAttribute("aria-label", tab.texts().count("shell.waiting", count));
                item.setSuffixComponent(badge);
            }
        } catch (StoreUnavailableException e) {
            LOG.debug("no counter while the database is gone");
        }
    }

    private void banners() {
        banners.removeAll();
        untold(house.untold(tab.session()));
        for (House.Warning warning : house.warnings(tab.session())) {
            Object[] arguments = warning == House.Warning.TRAINING
                    ? house.trainingBy(tab.session()).map(tab.texts()::date).stream()
                            .toArray()
                    : new Object[0];
            banners.add(Banners.of(warning, tab.texts(), arguments));
        }
    }

    private void untold(List<AccountEvent> events) {
        if (!events.isEmpty()) {
            banners.addComponentAsFirst(new UntoldBanner(events, tab, upTo -> {
                house.seen(tab.session(), upTo);
                banners();
                main.getElement().callJsFunction("focus");
            }));
        }
    }

    @Override
    public String getPageTitle() {
        Component view = shown;
        String own = view instanceof HasDynamicTitle titled ? titled.getPageTitle() : "";
        String title = own.isEmpty() && view != null
                ? views.of(view).map(v -> tab.texts().get(v.titleKey())).orElse("")
                : own;
        return title.isEmpty() ? "OpenBarnahus" : title + " · OpenBarnahus";
    }
}
