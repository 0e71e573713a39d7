// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.EmergencyAccessService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page of emergency access: to use it, and to look at it afterwards; the menu counts what the reader can review. */
@Component(service = ViewContribution.class)
public final class EmergencyPage implements ViewContribution {
    private final Emergencies emergencies;

    @Activate
    public EmergencyPage(
            @Reference EmergencyAccessService service, @Reference SessionService sessions, @Reference OpenPages pages) {
        this.emergencies = new Emergencies(service, sessions, pages);
    }

    @Override
    public String path() {
        return "emergency";
    }

    @Override
    public String titleKey() {
        return "admin.emergency";
    }

    @Override
    public String icon() {
        return "vaadin:unlock";
    }

    @Override
    public int order() {
        return 690;
    }

    @Override
    public Class<EmergencyView> viewClass() {
        return EmergencyView.class;
    }

    @Override
    public EmergencyView createView(ViewContext context) {
        return new EmergencyView(context, emergencies);
    }

    @Override
    public boolean visibleTo(Session session) {
        return Emergencies.mayUse(session) || Emergencies.watches(session);
    }

    @Override
    public long waiting(Session session) {
        try {
            return emergencies.service().waiting(session);
        } catch (StoreUnavailableException e) {
            return 0;
        }
    }
}
