// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.service.SharingService;
import org.openbarnahus.core.service.query.SharingMatrix;
import org.openbarnahus.core.service.query.SharingMatrix.Row;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.PageHeader;

/** Which agency is shown which field of a case, and why; to read, to print and to take along. */
@StyleSheet("context://admin-ui/admin.css")
final class SharingView extends Div implements LiveView {
    private static final String FILE = "sharing-matrix.csv";

    private final transient ViewContext context;
    private final transient SharingService sharing;
    private final PageHeader header = new PageHeader("");
    private final Paragraph help = new Paragraph();
    private final Paragraph source = new Paragraph();
    private final Card fewer = new Card("");
    private final Card all = new Card("");

    SharingView(ViewContext context, SharingService sharing) {
        this.context = context;
        this.sharing = sharing;
        addClassName("ob-page");
        help.addClassName("ob-muted");
        source.addClassNames("ob-muted", "ob-small");
        source.setId("sharing-source");
        fewer.setId("sharing-fewer");
        all.setId("sharing-all");
        add(header, help, source, fewer, all);
        refresh();
    }

    @Override
    public void refresh() {
        Texts texts = context.texts();
        header.setTitle(texts.get("admin.sharing"));
        help.setText(texts.get("admin.sharing.help"));
        fewer.setTitle(texts.get("admin.sharing.fewer"));
        all.setTitle(texts.get("admin.sharing.all"));
        Attempt.show(
                () -> sharing.matrix(context.session()),
                done -> show(done.value(), texts),
                problems -> Notices.refused(texts, problems));
    }

    private void show(SharingMatrix matrix, Texts texts) {
        source.setText(texts.get(
                "admin.sharing.source",
                matrix.schema().id().value(),
                matrix.schema().country(),
                texts.moment(matrix.at(), context.zone())));
        header.actions(download(texts));
        SharingTable table = new SharingTable(matrix.schema(), texts);
        fill(fewer, table, matrix.rows().stream().filter(r -> !r.everybody()).toList(), "admin.sharing.fewer");
        fill(all, table, matrix.rows().stream().filter(Row::everybody).toList(), "admin.sharing.all");
    }

    private void fill(Card card, SharingTable table, List<Row> rows, String title) {
        card.getChildren().filter(c -> c.hasClassName("ob-scroll")).toList().forEach(card::remove);
        card.add(table.of(rows, context.texts().get(title)));
    }

    /** Made anew when it is asked for: the rules may have changed since the page was opened. */
    private Anchor download(Texts texts) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] csv = csv().getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(csv), FILE, "text/csv;charset=UTF-8", csv.length);
                }),
                texts.get("admin.sharing.download"));
        link.setId("sharing-download");
        return link;
    }

    private String csv() {
        return switch (sharing.csv(context.session(), context.locale())) {
            case Outcome.Done<String> done -> done.value();
            case Outcome.Refused<String> refused -> "";
        };
    }
}
