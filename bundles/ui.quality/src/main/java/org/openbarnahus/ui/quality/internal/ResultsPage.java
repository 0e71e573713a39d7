// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.QuestionnaireService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page of questionnaire results; reached from the indicators. */
@Component(service = ViewContribution.class)
public final class ResultsPage implements ViewContribution {
    static final String PATH = "quality/questionnaire";

    private final QuestionnaireService questionnaires;
    private final SchemaService schemas;

    @Activate
    public ResultsPage(@Reference QuestionnaireService questionnaires, @Reference SchemaService schemas) {
        this.questionnaires = questionnaires;
        this.schemas = schemas;
    }

    static boolean offeredTo(Session session) {
        return session.actor().is(Role.COORDINATOR) || session.actor().is(Role.MANAGER);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String titleKey() {
        return "quality.results";
    }

    @Override
    public boolean inMenu() {
        return false;
    }

    @Override
    public Class<ResultsView> viewClass() {
        return ResultsView.class;
    }

    @Override
    public ResultsView createView(ViewContext context) {
        return new ResultsView(context, questionnaires, schemas);
    }

    @Override
    public boolean visibleTo(Session session) {
        return offeredTo(session);
    }
}
