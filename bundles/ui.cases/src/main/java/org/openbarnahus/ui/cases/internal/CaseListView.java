// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.PageHeader;
import org.openbarnahus.ui.kit.widget.ReadingOn;

/** The cases of the house; the address says which and in what order. */
@StyleSheet(CasesResources.STYLE)
final class CaseListView extends Div implements LiveView, AfterNavigationObserver {
    static final String PATH = "cases";

    private final transient CaseDesk desk;
    private final transient ViewContext context;
    private final PageHeader header = new PageHeader("");
    private final CaseFilterBar filters;
    private final Span total = new Span();
    private final CaseGrid grid;
    private final transient CaseRows rows;
    private final Div content = new Div();
    private CaseFilter filter = CaseFilter.of(QueryParameters.empty());
    private @Nullable Registration resizing;

    CaseListView(CaseDesk desk, ViewContext context) {
        this.desk = desk;
        this.context = context;
        addClassName("ob-page");
        rows = new CaseRows(desk, context, filter, new CaseRows.Listener() {
            @Override
            public void found(long number) {
                total.setText(context.texts().count("cases.total", number));
            }

            @Override
            public void failed(List<Problem> problems) {
                total.setText("");
                if (ReadingOn.asked(problems)) {
                    grid.readOn();
                } else {
                    grid.failed(() -> load());
                }
            }
        });
        filters = new CaseFilterBar(wanted -> context.navigate(PATH, wanted.parameters()));
        grid = new CaseGrid(context, rows);
        total.addClassNames("ob-muted", "ob-small");
        total.getElement().setAttribute("role", "status");
        content.addClassName("ob-page");
        add(header, content);
        refresh();
    }

    @Override
    public void refresh() {
        Texts texts = context.texts();
        header.setTitle(texts.get("cases.title"));
        Optional<SchemaSnapshot> schema = desk.schema(context.session());
        content.removeAll();
        if (schema.isEmpty()) {
            header.actions();
            content.add(NoCountry.page(texts));
            return;
        }
        if (Staff.opensCases(context.session())) {
            Button add =
                    new Button(texts.get("cases.new"), VaadinIcon.PLUS.create(), e -> context.navigate("cases/new"));
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add.setId("new-case");
            header.actions(add);
        }
        filters.draw(texts, schema.get());
        filters.show(filter);
        grid.draw(schema.get());
        content.add(filters, total, grid);
        load();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filter = CaseFilter.of(event.getLocation().getQueryParameters());
        if (grid.isAttached()) {
            filters.show(filter);
        }
        load();
    }

    private void load() {
        rows.filter(filter);
        grid.reload(filter);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        grid.fit(ui.getPage().getExtendedClientDetails().getWindowInnerWidth());
        resizing = ui.getPage().addBrowserWindowResizeListener(e -> grid.fit(e.getWidth()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (resizing != null) {
            resizing.remove();
        }
    }
}
