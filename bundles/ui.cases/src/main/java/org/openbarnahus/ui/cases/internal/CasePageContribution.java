// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import org.openbarnahus.core.security.Session;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One case. */
@Component
public final class CasePageContribution implements ViewContribution {
    private final CaseDesk desk;

    @Activate
    public CasePageContribution(@Reference CaseDesk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return "cases/:caseId";
    }

    @Override
    public String titleKey() {
        return "cases.case";
    }

    @Override
    public String icon() {
        return "vaadin:folder-o";
    }

    @Override
    public int order() {
        return 120;
    }

    @Override
    public boolean inMenu() {
        return false;
    }

    @Override
    public boolean visibleTo(Session session) {
        return Staff.worksOnCases(session);
    }

    @Override
    public Class<CaseView> viewClass() {
        return CaseView.class;
    }

    @Override
    public CaseView createView(ViewContext context) {
        return new CaseView(desk, context);
    }
}
