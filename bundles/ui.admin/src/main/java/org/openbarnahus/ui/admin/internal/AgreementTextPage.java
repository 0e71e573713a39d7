// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AgreementService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page on which a manager words the user agreement, and its place in the menu. */
@Component(service = ViewContribution.class)
public final class AgreementTextPage implements ViewContribution {
    static final String PATH = "agreements";

    private final AgreementService agreements;
    private final SessionService sessions;

    @Activate
    public AgreementTextPage(@Reference AgreementService agreements, @Reference SessionService sessions) {
        this.agreements = agreements;
        this.sessions = sessions;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String titleKey() {
        return "admin.agreement";
    }

    @Override
    public String icon() {
        return "vaadin:clipboard-text";
    }

    @Override
    public int order() {
        return 860;
    }

    @Override
    public Class<AgreementTextView> viewClass() {
        return AgreementTextView.class;
    }

    @Override
    public AgreementTextView createView(ViewContext context) {
        return new AgreementTextView(context, agreements, sessions);
    }

    @Override
    public boolean visibleTo(Session session) {
        Actor actor = session.actor();
        return actor.is(Role.MANAGER) || actor.is(Role.NATIONAL_ADMIN);
    }
}
