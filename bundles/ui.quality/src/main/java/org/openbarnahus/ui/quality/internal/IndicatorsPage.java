// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.QualityService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page of indicators and its place in the menu. */
@Component(service = ViewContribution.class)
public final class IndicatorsPage implements ViewContribution {
    static final String PATH = "quality";

    private final QualityService quality;
    private final SchemaService schemas;

    @Activate
    public IndicatorsPage(@Reference QualityService quality, @Reference SchemaService schemas) {
        this.quality = quality;
        this.schemas = schemas;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String titleKey() {
        return "quality.title";
    }

    @Override
    public String icon() {
        return "vaadin:chart-line";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public Class<IndicatorsView> viewClass() {
        return IndicatorsView.class;
    }

    @Override
    public IndicatorsView createView(ViewContext context) {
        return new IndicatorsView(context, quality, schemas, ResultsPage.offeredTo(context.session()));
    }

    @Override
    public boolean visibleTo(Session session) {
        Actor actor = session.actor();
        return actor.is(Role.COORDINATOR) || actor.is(Role.PRACTITIONER) || actor.is(Role.MANAGER);
    }
}
