// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.openbarnahus.core.service.query.EmergencyInfo;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.EmptyState;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.PageHeader;

/** Emergency access: the form for whoever may need it, and what was used, with its review. */
@StyleSheet("context://admin-ui/admin.css")
final class EmergencyView extends Div implements LiveView {
    private final transient ViewContext context;
    private final transient Emergencies emergencies;
    private final PageHeader header = new PageHeader("");
    private final Paragraph help = new Paragraph();
    private final Div use = new Div();
    private final Div list = new Div();

    EmergencyView(ViewContext context, Emergencies emergencies) {
        this.context = context;
        this.emergencies = emergencies;
        addClassName("ob-page");
        help.addClassNames("ob-muted", "ob-small");
        if (Emergencies.mayUse(context.session())) {
            use.add(new EmergencyForm(context, emergencies));
        }
        add(header, help, use, list);
        refresh();
    }

    @Override
    public void refresh() {
        Texts texts = context.texts();
        header.setTitle(texts.get("admin.emergency"));
        help.setText(texts.get(
                Emergencies.mayUse(context.session()) ? "admin.emergency.help" : "admin.emergency.help.watch"));
        use.getChildren()
                .filter(EmergencyForm.class::isInstance)
                .map(EmergencyForm.class::cast)
                .forEach(EmergencyForm::draw);
        Attempt.show(
                () -> emergencies.service().accesses(context.session()),
                done -> show(done.value(), texts),
                problems -> Notices.refused(texts, problems));
    }

    private void show(List<EmergencyInfo> accesses, Texts texts) {
        list.removeAll();
        if (accesses.isEmpty()) {
            list.add(new EmptyState("vaadin:unlock", texts.get("admin.emergency.none"), ""));
            return;
        }
        Card card = new Card(texts.get("admin.emergency.used"));
        card.setId("emergencies");
        accesses.forEach(access -> card.add(new EmergencyEntry(context, emergencies, access)));
        list.add(card);
    }
}
