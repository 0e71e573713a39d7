// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import org.openbarnahus.core.security.Session;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A new case. */
@Component
public final class NewCasePage implements ViewContribution {
    private final CaseDesk desk;

    @Activate
    public NewCasePage(@Reference CaseDesk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return "cases/new";
    }

    @Override
    public String titleKey() {
        return "cases.new";
    }

    @Override
    public String icon() {
        return "vaadin:plus";
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public boolean inMenu() {
        return false;
    }

    @Override
    public boolean visibleTo(Session session) {
        return Staff.opensCases(session);
    }

    @Override
    public Class<NewCaseView> viewClass() {
        return NewCaseView.class;
    }

    @Override
    public NewCaseView createView(ViewContext context) {
        return new NewCaseView(desk, context);
    }
}
