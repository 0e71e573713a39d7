// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.core.service.AuditService;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everybody's page: what was done under the own name. */
@Component(service = ViewContribution.class)
public final class OwnActivityPage implements ViewContribution {
    private final AuditService audit;

    @Activate
    public OwnActivityPage(@Reference AuditService audit) {
        this.audit = audit;
    }

    @Override
    public String path() {
        return "my-activity";
    }

    @Override
    public String titleKey() {
        return "admin.audit.own";
    }

    @Override
    public String icon() {
        return "vaadin:user-clock";
    }

    @Override
    public int order() {
        return 950;
    }

    @Override
    public Class<OwnActivityView> viewClass() {
        return OwnActivityView.class;
    }

    @Override
    public OwnActivityView createView(ViewContext context) {
        return new OwnActivityView(context, audit);
    }
}
