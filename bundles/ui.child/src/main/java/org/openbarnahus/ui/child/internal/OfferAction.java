// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.CaseAction;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers a questionnaire from a case's page. Nothing about the case goes with it. */
@Component(service = CaseAction.class)
public final class OfferAction implements CaseAction {
    private final OfferDesk desk;

    @Activate
    public OfferAction(@Reference OfferDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean availableFor(Session session, CaseFile file) {
        return desk.offersTo(session);
    }

    @Override
    public com.vaadin.flow.component.Component button(ViewContext context, CaseFile file) {
        return new Button(
                context.texts().get("child.offer.action"), VaadinIcon.COMMENTS_O.create(), e -> open(context));
    }

    private void open(ViewContext context) {
        Texts texts = context.texts();
        Dialog dialog = new Dialog(texts.get("child.offer.new"));
        dialog.addClassName("ob-dialog");
        dialog.add(new OfferPanel(context, desk));
        dialog.getFooter().add(new Button(texts.get("kit.close"), e -> dialog.close()));
        dialog.open();
    }
}
