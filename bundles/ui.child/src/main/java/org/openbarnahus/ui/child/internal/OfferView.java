// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import com.vaadin.flow.component.html.Div;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.PageHeader;

/** Offers a questionnaire without opening a case first. */
final class OfferView extends Div {
    OfferView(ViewContext context, OfferDesk desk) {
        addClassName("ob-page");
        add(
                new PageHeader(context.texts().get("child.offer.title")),
                new Card(context.texts().get("child.offer.new"), new OfferPanel(context, desk)));
    }
}
