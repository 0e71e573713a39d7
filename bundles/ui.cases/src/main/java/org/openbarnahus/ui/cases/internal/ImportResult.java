// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.query.ImportReport;
import org.openbarnahus.core.service.query.ImportReport.RowProblem;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.Card;

/** What an import would do or did, and every row that is bad. */
final class ImportResult extends Div {
    private final Card card = new Card("");
    private final Paragraph summary = new Paragraph();
    private final Grid<RowProblem> grid = new Grid<>();
    private final Div foot = new Div();
    private final Anchor toCases = new Anchor("cases", "");
    private transient @Nullable ImportReport report;

    ImportResult() {
        summary.getElement().setAttribute("role", "status");
        summary.setId("import-summary");
        foot.addClassName("ob-form-foot");
        grid.setMaxHeight("28rem");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        card.add(summary, grid, foot);
        add(card);
        setVisible(false);
    }

    void clear() {
        report = null;
        setVisible(false);
    }

    void words(Texts texts) {
        card.setTitle(texts.get("import.result"));
        toCases.setText(texts.get("import.to-cases"));
        grid.removeAllColumns();
        grid.addColumn(p -> texts.get("import." + p.file()))
                .setHeader(texts.get("import.file"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(RowProblem::line)
                .setHeader(texts.get("import.line"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(RowProblem::column)
                .setHeader(texts.get("import.column"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        Locale locale = texts.locale();
        grid.addColumn(p -> ErrorTexts.message(p.problem(), locale))
                .setHeader(texts.get("import.reason"))
                .setFlexGrow(1);
    }

    void show(ImportReport shown, Texts texts) {
        report = shown;
        String key = shown.written() ? "import.written" : shown.problems().isEmpty() ? "import.good" : "import.bad";
        summary.setText(texts.get(
                key,
                shown.goodCases(),
                shown.caseRows(),
                shown.goodEntries(),
                shown.entryRows(),
                shown.problems().size()));
        grid.setItems(shown.problems());
        grid.setVisible(!shown.problems().isEmpty());
        setVisible(true);
    }

    /** Offers to write what is good: all of it, or, when asked, the good rows only. */
    void offer(Button run, Checkbox keepGood) {
        foot.removeAll();
        ImportReport shown = report;
        if (shown == null) {
            return;
        }
        if (shown.written()) {
            foot.add(toCases);
            return;
        }
        boolean allGood = shown.problems().isEmpty();
        if (!allGood) {
            foot.add(keepGood);
        }
        foot.add(run);
        run.setEnabled(shown.goodCases() > 0 && (allGood || keepGood.getValue()));
    }
}
