// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.HouseKeyService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page of the keys of the own house. */
@Component(service = ViewContribution.class)
public final class KeysPage implements ViewContribution {
    private final KeyDesk desk;

    @Activate
    public KeysPage(
            @Reference HouseKeyService service, @Reference SessionService sessions, @Reference OpenPages pages) {
        this.desk = new KeyDesk(service, sessions, pages);
    }

    @Override
    public String path() {
        return "keys";
    }

    @Override
    public String titleKey() {
        return "admin.keys";
    }

    @Override
    public String icon() {
        return "vaadin:key";
    }

    @Override
    public int order() {
        return 858;
    }

    @Override
    public Class<KeysView> viewClass() {
        return KeysView.class;
    }

    @Override
    public KeysView createView(ViewContext context) {
        return new KeysView(context, desk);
    }

    @Override
    public boolean visibleTo(Session session) {
        return Seconds.among(session);
    }
}
