// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import org.openbarnahus.core.security.Session;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.view.ViewContribution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page that offers questionnaires, and its place in the menu. */
@Component(service = ViewContribution.class)
public final class OfferPage implements ViewContribution {
    private final OfferDesk desk;

    @Activate
    public OfferPage(@Reference OfferDesk desk) {
        this.desk = desk;
    }

    @Override
    public String path() {
        return "questionnaire";
    }

    @Override
    public String titleKey() {
        return "child.offer.title";
    }

    @Override
    public String icon() {
        return "vaadin:comments-o";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Class<OfferView> viewClass() {
        return OfferView.class;
    }

    @Override
    public OfferView createView(ViewContext context) {
        return new OfferView(context, desk);
    }

    @Override
    public boolean visibleTo(Session session) {
        return desk.offersTo(session);
    }
}
