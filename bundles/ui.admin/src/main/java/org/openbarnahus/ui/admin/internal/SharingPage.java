// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SharingService;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page that says which agency is shown what, and its place in the menu. */
@Component(service = ViewContribution.class)
public final class SharingPage implements ViewContribution {
    static final String PATH = "sharing";

    private final SharingService sharing;

    @Activate
    public SharingPage(@Reference SharingService sharing) {
        this.sharing = sharing;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String titleKey() {
        return "admin.sharing";
    }

    @Override
    public String icon() {
        return "vaadin:share-square";
    }

    @Override
    public int order() {
        return 870;
    }

    @Override
    public Class<SharingView> viewClass() {
        return SharingView.class;
    }

    @Override
    public SharingView createView(ViewContext context) {
        return new SharingView(context, sharing);
    }

    @Override
    public boolean visibleTo(Session session) {
        Actor actor = session.actor();
        return actor.is(Role.COORDINATOR)
                || actor.is(Role.MANAGER)
                || actor.is(Role.DPO)
                || actor.is(Role.PRACTITIONER);
    }
}
