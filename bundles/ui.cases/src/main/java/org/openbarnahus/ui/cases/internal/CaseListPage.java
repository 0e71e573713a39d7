// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import org.openbarnahus.core.security.Session;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All cases of the house. */
@Component
public final class CaseListPage implements ViewContribution {
    private final CaseDesk desk;

    @Activate
    public CaseListPage(@Reference CaseDesk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return "cases";
    }

    @Override
    public String titleKey() {
        return "cases.title";
    }

    @Override
    public String icon() {
        return "vaadin:folder-open-o";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public boolean inMenu() {
        return true;
    }

    @Override
    public boolean visibleTo(Session session) {
        return Staff.worksOnCases(session);
    }

    @Override
    public Class<CaseListView> viewClass() {
        return CaseListView.class;
    }

    @Override
    public CaseListView createView(ViewContext context) {
        return new CaseListView(desk, context);
    }
}
