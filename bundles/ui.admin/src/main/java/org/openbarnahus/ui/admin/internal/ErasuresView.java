// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.PageHeader;

/** Cases to be erased and certificates of those that were: for managers, who ask, and all who can be the second person. */
@StyleSheet("context://admin-ui/admin.css")
final class ErasuresView extends Div implements LiveView {
    private final transient ViewContext context;
    private final PageHeader header = new PageHeader("");
    private final Paragraph help = new Paragraph();
    private final ErasureForm form;
    private final ProposalList proposals;
    private final ErasureList list;
    private final HoldList holds;

    ErasuresView(ViewContext context, Keeping keeping) {
        this.context = context;
        this.form = new ErasureForm(context, keeping.desk());
        this.proposals = new ProposalList(context, keeping);
        this.list = new ErasureList(context, keeping.desk());
        this.holds = new HoldList(context, keeping);
        addClassName("ob-page");
        help.addClassNames("ob-muted", "ob-small");
        // as engine.access decides; here it only spares a dead end
        form.setVisible(context.session().actor().is(Role.MANAGER));
        add(header, help, form, proposals, holds, list);
        refresh();
    }

    @Override
    public void refresh() {
        Texts texts = context.texts();
        header.setTitle(texts.get("admin.erasures"));
        help.setText(texts.get("admin.erasures.help"));
        form.refresh();
        proposals.refresh();
        holds.refresh();
        list.refresh();
    }
}
