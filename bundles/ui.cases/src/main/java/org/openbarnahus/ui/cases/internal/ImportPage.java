// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import org.openbarnahus.core.security.Session;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Import of cases and timelines from CSV. */
@Component
public final class ImportPage implements ViewContribution {
    private final CaseDesk desk;

    @Activate
    public ImportPage(@Reference CaseDesk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return "import";
    }

    @Override
    public String titleKey() {
        return "import.title";
    }

    @Override
    public String icon() {
        return "vaadin:upload-alt";
    }

    @Override
    public int order() {
        return 800;
    }

    @Override
    public boolean inMenu() {
        return true;
    }

    @Override
    public boolean visibleTo(Session session) {
        return Staff.opensCases(session);
    }

    @Override
    public Class<ImportView> viewClass() {
        return ImportView.class;
    }

    @Override
    public ImportView createView(ViewContext context) {
        return new ImportView(desk, context);
    }
}
