// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AuditService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The data-protection officer's page: who did what in this house. */
@Component(service = ViewContribution.class)
public final class AuditPages implements ViewContribution {
    private final AuditService audit;
    private final SessionService sessions;

    @Activate
    public AuditPages(@Reference AuditService audit, @Reference SessionService sessions) {
        this.audit = audit;
        this.sessions = sessions;
    }

    @Override
    public String path() {
        return "audit";
    }

    @Override
    public String titleKey() {
        return "admin.audit";
    }

    @Override
    public String icon() {
        return "vaadin:clipboard-text";
    }

    @Override
    public int order() {
        return 720;
    }

    @Override
    public Class<AuditView> viewClass() {
        return AuditView.class;
    }

    @Override
    public AuditView createView(ViewContext context) {
        return new AuditView(context, audit, sessions);
    }

    @Override
    public boolean visibleTo(Session session) {
        return session.actor().is(Role.DPO);
    }
}
