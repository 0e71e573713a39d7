// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.ImportService;
import org.openbarnahus.core.service.command.ImportCases;
import org.openbarnahus.core.service.query.ImportReport;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.PageHeader;
import org.openbarnahus.ui.kit.widget.ProblemSummary;

/** Cases and timelines from CSV files: looked through first, written when asked. */
@StyleSheet(CasesResources.STYLE)
final class ImportView extends Div implements LiveView {
    private final transient CaseDesk desk;
    private final transient ViewContext context;
    private final PageHeader header = new PageHeader("");
    private final Div content = new Div();
    private final Card files = new Card("");
    private final Paragraph help = new Paragraph();
    private final CsvField cases;
    private final CsvField timeline;
    private final Button check = new Button();
    private final Button run = new Button();
    private final Checkbox keepGood = new Checkbox();
    private final ProblemSummary problems = new ProblemSummary();
    private final ImportResult result = new ImportResult();

    ImportView(CaseDesk desk, ViewContext context) {
        this.desk = desk;
        this.context = context;
        addClassName("ob-page");
        content.addClassName("ob-page");
        cases = new CsvField("import-cases", this::changed, () -> template(false));
        timeline = new CsvField("import-timeline", this::changed, () -> template(true));
        help.addClassName("ob-muted");
        check.setId("import-check");
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        check.addClickListener(e -> check());
        run.setId("import-run");
        run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        run.addClickListener(e -> run());
        keepGood.setId("import-keep-good");
        keepGood.addValueChangeListener(e -> result.offer(run, keepGood));
        Div both = new Div(cases, timeline);
        both.addClassName("ob-form-grid");
        Div foot = new Div(check);
        foot.addClassName("ob-form-foot");
        files.add(help, both, problems, foot);
        add(header, content);
        refresh();
    }

    @Override
    public void refresh() {
        Texts texts = context.texts();
        header.setTitle(texts.get("import.title"));
        files.setTitle(texts.get("import.files"));
        help.setText(texts.get("import.help"));
        cases.words(texts, texts.get("import.cases"), "import-cases.csv");
        timeline.words(texts, texts.get("import.timeline"), "import-timeline.csv");
        check.setText(texts.get("import.check"));
        run.setText(texts.get("import.run"));
        keepGood.setLabel(texts.get("import.keep-good"));
        result.words(texts);
        content.removeAll();
        if (desk.schema(context.session()).isEmpty() || desk.imports().isEmpty()) {
            content.add(NoCountry.page(texts));
        } else {
            content.add(files, result);
        }
        changed();
    }

    private void changed() {
        check.setEnabled(!cases.text().isEmpty());
        result.clear();
        problems.clear();
    }

    private String template(boolean ofTimeline) {
        Optional<ImportService> service = desk.imports();
        if (service.isEmpty()) {
            return "";
        }
        Outcome<String> outcome = Attempt.read(() -> service.get().template(context.session(), ofTimeline));
        return outcome instanceof Outcome.Done<String> done ? done.value() : "";
    }

    private void check() {
        problems.clear();
        desk.imports()
                .ifPresent(service -> Attempt.run(
                        () -> service.check(context.session(), command(false)),
                        done -> show(done.value()),
                        this::refused));
    }

    private void run() {
        problems.clear();
        desk.imports()
                .ifPresent(service -> Attempt.run(
                        () -> service.run(context.session(), command(keepGood.getValue())),
                        done -> show(done.value()),
                        this::refused));
    }

    private void show(ImportReport report) {
        result.show(report, context.texts());
        result.offer(run, keepGood);
    }

    private void refused(List<Problem> reasons) {
        problems.show(
                context.texts().get("import.refused"),
                reasons.stream()
                        .map(p -> ErrorTexts.message(p, context.locale()))
                        .distinct()
                        .toList());
    }

    private ImportCases command(boolean keep) {
        return new ImportCases(cases.text(), timeline.text(), keep);
    }
}
