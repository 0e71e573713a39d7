// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.openbarnahus.core.service.query.Invitation;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;

/** A one-time code, shown this once to whoever hands it over. */
final class InvitationText {
    private InvitationText() {}

    static Div of(ViewContext context, Invitation invitation) {
        Texts texts = context.texts();
        String until = texts.moment(invitation.expires(), context.zone());
        // selects itself when it is entered: Ctrl+C is all that is left to do
        TextField code = new TextField(texts.get("admin.account.code"));
        code.setId("enrolment-code");
        code.setValue(invitation.code());
        code.setReadOnly(true);
        code.setAutoselect(true);
        code.setWidthFull();
        Div once = new Div(new Paragraph(texts.get("admin.account.once", until)), code);
        once.addClassName("ob-form");
        return once;
    }
}
