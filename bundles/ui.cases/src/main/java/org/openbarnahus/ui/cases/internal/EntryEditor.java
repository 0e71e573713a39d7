// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.CaseService;
import org.openbarnahus.core.service.command.ChangeEntry;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.ui.kit.form.ValueTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Notices;

/** Adds an activity to a timeline or corrects one. Ctrl+Enter saves. */
final class EntryEditor extends Div {
    /** What happens when the editor has done its work. */
    interface Closing {
        void saved();

        void cancelled();
    }

    private final transient CaseDesk desk;
    private final transient ViewContext context;
    private final transient CaseId caseId;
    private final transient Closing closing;
    private final EntryForm form;
    private final Button save = new Button();
    private final Button cancel = new Button();
    private final Span hint = new Span();
    private transient RequestKey key = RequestKey.fresh();
    private transient SchemaSnapshot schema;
    private transient @Nullable TimelineEntry entry;
    private transient @Nullable Draft draft;

    /**
     * @param fields what the person is not asked for, because (s)he is not shown it
     */
    EntryEditor(
            CaseDesk desk,
            ViewContext context,
            SchemaSnapshot schema,
            FieldReach fields,
            CaseId caseId,
            Closing closing) {
        this.desk = desk;
        this.context = context;
        this.schema = schema;
        this.caseId = caseId;
        this.closing = closing;
        form = new EntryForm(desk, context, schema);
        form.draw(schema, fields);
        addClassName("ob-entry-editor");
        save.setId("save-entry");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(e -> save());
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        cancel.addClickListener(e -> {
            forget();
            closing.cancelled();
        });
        form.onChange(() -> {
            if (draft != null) {
                draft.keep(form.draft());
            }
        });
        hint.addClassNames("ob-muted", "ob-small");
        Div foot = new Div(save, cancel, hint);
        foot.addClassName("ob-form-foot");
        add(form, foot);
        words();
    }

    private void words() {
        Texts texts = context.texts();
        save.setText(texts.get("entry.save"));
        cancel.setText(texts.get("kit.cancel"));
        hint.setText(texts.get("entry.hint"));
    }

    void draw(SchemaSnapshot newSchema, FieldReach fields) {
        schema = newSchema;
        words();
        form.draw(newSchema, fields);
    }

    /** Begins a new entry; who took part last time is proposed. */
    void begin(FieldValues proposed) {
        form.proposeOnce(proposed);
        form.focusFirst();
        keepAt("case/" + caseId + "/new");
    }

    /** Begins the correction of an entry. */
    void correct(TimelineEntry old) {
        entry = old;
        form.show(old);
        form.focusFirst();
        keepAt("case/" + caseId + "/" + old.id());
    }

    /** From now on what is typed is kept there; what was kept and not saved is offered. */
    private void keepAt(String place) {
        Draft kept = new Draft(desk, context, place);
        draft = kept;
        kept.find().ifPresent(found -> addComponentAsFirst(kept.offer(changes -> form.propose(found), found)));
    }

    private void forget() {
        if (draft != null) {
            draft.forget();
        }
    }

    /** Which entry is being corrected. */
    Optional<TimelineEntry> corrected() {
        return Optional.ofNullable(entry);
    }

    void focusFirst() {
        form.focusFirst();
    }

    boolean dirty() {
        return form.dirty();
    }

    private void save() {
        if (!form.readable()) {
            return;
        }
        Optional<CaseService> cases = desk.cases();
        if (cases.isEmpty()) {
            form.showProblems(List.of(Problem.of(ErrorCode.NO_COUNTRY_PACK)));
            return;
        }
        Attempt.run(
                () -> send(cases.get()),
                done -> {
                    key = RequestKey.fresh();
                    forget();
                    Notices.done(context.texts().get("entry.saved"));
                    closing.saved();
                },
                this::refused);
    }

    private Outcome<TimelineEntry> send(CaseService cases) {
        TimelineEntry old = entry;
        if (old == null) {
            return cases.record(context.session(), new RecordEntry(caseId, form.entry()), key);
        }
        ChangeEntry command = new ChangeEntry(caseId, old.id(), old.version(), form.day(), form.changes());
        return cases.change(context.session(), command, key);
    }

    private void refused(List<Problem> problems) {
        if (problems.stream().noneMatch(p -> p.code() == ErrorCode.STORE_UNAVAILABLE)) {
            key = RequestKey.fresh();
        }
        TimelineEntry old = entry;
        if (old != null && problems.stream().anyMatch(p -> p.code() == ErrorCode.STALE)) {
            desk.cases()
                    .ifPresent(c -> Attempt.run(
                            () -> c.find(context.session(), caseId),
                            now -> now.value().timeline().stream()
                                    .filter(e -> e.id().equals(old.id()))
                                    .findFirst()
                                    .ifPresentOrElse(current -> stale(old, current), () -> form.showProblems(problems)),
                            form::showProblems));
        } else {
            form.showProblems(problems);
        }
    }

    private void stale(TimelineEntry old, TimelineEntry current) {
        Map<FieldId, Optional<FieldValue>> mine = form.changes();
        var day = form.day();
        ValueTexts words = new ValueTexts(schema, context.texts());
        StaleDialog.ask(words, mine, old.values(), current.values(), chosen -> {
            entry = current;
            form.show(current);
            if (chosen.isEmpty()) {
                closing.saved();
            } else {
                form.propose(day, chosen);
                save();
            }
        });
    }
}
