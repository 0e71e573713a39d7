// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AlertService;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page of alerts, its place and its counter in the menu. */
@Component(service = ViewContribution.class)
public final class AlertsPage implements ViewContribution {
    private final AlertService alerts;

    @Activate
    public AlertsPage(@Reference AlertService alerts) {
        this.alerts = alerts;
    }

    @Override
    public String path() {
        return "alerts";
    }

    @Override
    public String titleKey() {
        return "admin.alerts";
    }

    @Override
    public String icon() {
        return "vaadin:bell";
    }

    @Override
    public int order() {
        return 700;
    }

    @Override
    public Class<AlertsView> viewClass() {
        return AlertsView.class;
    }

    @Override
    public AlertsView createView(ViewContext context) {
        return new AlertsView(context, alerts);
    }

    @Override
    public boolean visibleTo(Session session) {
        return concerns(session);
    }

    static boolean concerns(Session session) {
        Actor actor = session.actor();
        return actor.is(Role.MANAGER) || actor.is(Role.DPO);
    }

    @Override
    public long waiting(Session session) {
        return alerts.open(session);
    }
}
