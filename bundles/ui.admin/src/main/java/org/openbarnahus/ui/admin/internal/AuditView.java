// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.AuditService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.query.AuditPage;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.PageHeader;

/**
 * Who did what, and above all: who opened this case. The address holds the filters. What an officer reads does not move
 * while it is read: each look is a search that is audited, so it is made when somebody asks for it.
 */
@StyleSheet("context://admin-ui/admin.css")
final class AuditView extends Div implements LiveView, AfterNavigationObserver {
    private static final String PATH = "audit";

    private final transient ViewContext context;
    private final transient AuditService audit;
    private final transient SessionService sessions;
    private final PageHeader header = new PageHeader("");
    private final Paragraph help = new Paragraph();
    private final Div above = new Div();
    private final Div list = new Div();
    private transient AuditFilter filter = AuditFilter.of(QueryParameters.empty());
    private transient AuditPage page = new AuditPage(List.of(), 0);
    private transient AuditBar bar;
    private transient @Nullable Locale drawn;

    AuditView(ViewContext context, AuditService audit, SessionService sessions) {
        this.context = context;
        this.audit = audit;
        this.sessions = sessions;
        addClassName("ob-page");
        help.addClassNames("ob-muted", "ob-small");
        bar = new AuditBar(context.texts(), filter, this::search);
        add(header, help, above, list);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filter = AuditFilter.of(event.getLocation().getQueryParameters());
        Texts texts = context.texts();
        Attempt.show(
                () -> audit.find(context.session(), filter.query(context.zone())),
                done -> page = done.value(),
                problems -> Notices.refused(texts, problems));
        draw(texts, filter);
    }

    /** Only another language changes anything here. */
    @Override
    public void refresh() {
        Texts texts = context.texts();
        if (!texts.locale().equals(drawn)) {
            draw(texts, bar.typed());
        }
    }

    private void draw(Texts texts, AuditFilter typed) {
        drawn = texts.locale();
        header.setTitle(texts.get("admin.audit"));
        help.setText(texts.get("admin.audit.help"));
        Button export = new Button(texts.get("admin.audit.export"), VaadinIcon.DOWNLOAD_ALT.create(), e -> export());
        export.setId("audit-export");
        export.setDisableOnClick(true);
        header.actions(export);
        bar = new AuditBar(texts, typed, this::search);
        above.removeAll();
        above.add(bar);
        list.removeAll();
        list.add(new Card(texts.get("admin.audit.entries"), new AuditTable(page, filter, context, PATH)));
    }

    /** Asks for the second factor first where that is long ago. The link stays until the page is drawn again. */
    private void export() {
        Texts texts = context.texts();
        Attempt.show(
                () -> audit.csv(context.session(), filter.query(context.zone())),
                done -> header.actions(download(done.value().getBytes(StandardCharsets.UTF_8), texts)),
                problems -> {
                    draw(texts, bar.typed());
                    if (!StepUpDialog.asks(problems, context, sessions, this::export)) {
                        Notices.refused(texts, problems);
                    }
                });
    }

    private static Anchor download(byte[] csv, Texts texts) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(csv), "audit.csv", "text/csv;charset=UTF-8", csv.length)),
                texts.get("admin.audit.download", "audit.csv", Math.ceilDiv(csv.length, 1024)));
        link.setId("audit-download");
        link.focus();
        return link;
    }

    private void search(AuditFilter wanted) {
        context.navigate(PATH, wanted.parameters());
    }
}
