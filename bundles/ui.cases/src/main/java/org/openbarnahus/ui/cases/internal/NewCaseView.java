// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.CaseService;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.ui.kit.form.SchemaForm;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.PageHeader;

/** A new case, with its first activity if there is one already. */
@StyleSheet(CasesResources.STYLE)
final class NewCaseView extends Div implements LiveView, BeforeLeaveObserver {
    private static final String FIRST = "timeline[0].";

    private final transient CaseDesk desk;
    private final transient ViewContext context;
    private final PageHeader header = new PageHeader("");
    private final Div content = new Div();
    private final SchemaForm form;
    private final Card values = new Card("");
    private final Card start = new Card("");
    private final Paragraph startHelp = new Paragraph();
    private final Button save = new Button();
    private final Button cancel = new Button();
    private transient RequestKey key = RequestKey.fresh();
    private @Nullable EntryForm entry;
    private final transient Draft draft;
    private boolean done;

    NewCaseView(CaseDesk desk, ViewContext context) {
        this.desk = desk;
        this.context = context;
        form = desk.form(context);
        draft = new Draft(desk, context, "case/new");
        addClassName("ob-page");
        content.addClassName("ob-page");
        values.add(form);
        startHelp.addClassName("ob-muted");
        start.add(startHelp);
        save.setId("save-case");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(e -> save());
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        cancel.addClickListener(e -> context.navigate(CaseListView.PATH));
        add(header, content);
        refresh();
        form.propose(FieldValues.empty().with(CoreField.CASE_DATE, new DateValue(context.today())));
        form.focus();
        draft.find().ifPresent(found -> values.addComponentAsFirst(draft.offer(form::propose, found)));
        form.onChange(() -> draft.keep(new DraftText(Map.of(), form.changes())));
    }

    @Override
    public void refresh() {
        Texts texts = context.texts();
        header.setTitle(texts.get("cases.new"));
        values.setTitle(texts.get("case.values"));
        start.setTitle(texts.get("new.start"));
        startHelp.setText(texts.get("new.start.help"));
        save.setText(texts.get("new.save"));
        cancel.setText(texts.get("kit.cancel"));
        content.removeAll();
        Optional<SchemaSnapshot> schema = desk.schema(context.session());
        if (schema.isEmpty()) {
            content.add(NoCountry.page(texts));
            return;
        }
        form.draw(schema.get(), Scope.CASE);
        EntryForm first = entry;
        if (first == null) {
            first = new EntryForm(desk, context, schema.get());
            entry = first;
            start.add(first);
        } else {
            first.draw(schema.get());
        }
        Div foot = new Div(save, cancel);
        foot.addClassName("ob-form-foot");
        content.add(values, start, foot);
    }

    private void save() {
        EntryForm first = entry;
        Optional<CaseService> cases = desk.cases();
        boolean caseReadable = form.readable();
        boolean entryReadable = first == null || first.empty() || first.readable();
        if (!caseReadable || !entryReadable || cases.isEmpty()) {
            return;
        }
        List<NewEntry> timeline = first == null || first.empty() ? List.of() : List.of(first.entry());
        OpenCase command = new OpenCase(form.values(), timeline);
        Attempt.run(
                () -> cases.get().open(context.session(), command, key),
                opened -> {
                    done = true;
                    draft.forget();
                    Notices.done(context.texts().get("new.saved", opened.value().number()));
                    context.navigate("cases/" + opened.value().id());
                },
                this::refused);
    }

    private void refused(List<Problem> problems) {
        if (problems.stream().noneMatch(p -> p.code() == ErrorCode.STORE_UNAVAILABLE)) {
            key = RequestKey.fresh();
        }
        List<Problem> ofEntry = problems.stream()
                .filter(p -> p.path().startsWith(FIRST))
                .map(p -> new Problem(p.code(), p.path().substring(FIRST.length()), p.arguments()))
                .toList();
        if (entry != null) {
            entry.showProblems(ofEntry);
        }
        form.showProblems(
                problems.stream().filter(p -> !p.path().startsWith(FIRST)).toList());
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        boolean typed = form.changes().size() > 1 || (entry != null && entry.dirty());
        if (!done && typed) {
            LeaveGuard.ask(context.texts(), event, draft::forget);
        }
    }
}
