// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.AuditService;
import org.openbarnahus.core.service.query.AuditPage;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.PageHeader;

/** What was done under the own name, newest first. */
@StyleSheet("context://admin-ui/admin.css")
final class OwnActivityView extends Div implements LiveView, AfterNavigationObserver {
    private final transient ViewContext context;
    private final transient AuditService audit;
    private final PageHeader header = new PageHeader("");
    private final Paragraph help = new Paragraph();
    private final Div list = new Div();
    private transient AuditFilter filter = AuditFilter.of(QueryParameters.empty());
    private transient AuditPage page = new AuditPage(List.of(), 0);
    private transient @Nullable Locale drawn;

    OwnActivityView(ViewContext context, AuditService audit) {
        this.context = context;
        this.audit = audit;
        addClassName("ob-page");
        help.addClassNames("ob-muted", "ob-small");
        add(header, help, list);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filter = AuditFilter.of(event.getLocation().getQueryParameters());
        Texts texts = context.texts();
        Attempt.show(
                () -> audit.own(context.session(), filter.query(context.zone())),
                done -> page = done.value(),
                problems -> Notices.refused(texts, problems));
        draw(texts);
    }

    /** Only another language changes anything here: looking is audited, and done when somebody asks for it. */
    @Override
    public void refresh() {
        Texts texts = context.texts();
        if (!texts.locale().equals(drawn)) {
            draw(texts);
        }
    }

    private void draw(Texts texts) {
        drawn = texts.locale();
        header.setTitle(texts.get("admin.audit.own"));
        help.setText(texts.get("admin.audit.own.help"));
        list.removeAll();
        list.add(new Card(texts.get("admin.audit.entries"), new AuditTable(page, filter, context, "my-activity")));
    }
}
