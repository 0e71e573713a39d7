// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.EmptyState;
import org.openbarnahus.ui.kit.widget.PageHeader;

/** What waits for a second person, for all who can be one; the data-protection officer has no page of accounts. */
@StyleSheet("context://admin-ui/admin.css")
final class RequestsView extends Div implements LiveView {
    private final transient ViewContext context;
    private final PageHeader header = new PageHeader("");
    private final Paragraph help = new Paragraph();
    private final RequestList list;
    private final Div empty = new Div();

    RequestsView(ViewContext context, Seconds seconds) {
        this.context = context;
        this.list = new RequestList(context, seconds);
        addClassName("ob-page");
        help.addClassNames("ob-muted", "ob-small");
        add(header, help, list, empty);
        refresh();
    }

    @Override
    public void refresh() {
        Texts texts = context.texts();
        header.setTitle(texts.get("admin.requests"));
        help.setText(texts.get("admin.requests.help"));
        empty.removeAll();
        if (list.refresh() == 0) {
            empty.add(new EmptyState("vaadin:handshake", texts.get("admin.requests.none"), ""));
        }
    }
}
