// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.service.CaseService;
import org.openbarnahus.core.service.command.ChangeCase;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.CaseDetails;
import org.openbarnahus.ui.kit.form.SchemaForm;
import org.openbarnahus.ui.kit.form.ValueSheet;
import org.openbarnahus.ui.kit.form.ValueTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;

/** The values of a case, to read and to change. */
final class ValuesPanel extends Div {
    private final transient CaseDesk desk;
    private final transient ViewContext context;
    private final Runnable saved;
    private final Card card = new Card("");
    private final Div body = new Div();
    private final Button edit = new Button();
    private final Button save = new Button();
    private final Button cancel = new Button();
    private transient RequestKey key = RequestKey.fresh();
    private @Nullable SchemaForm form;
    private transient @Nullable Draft draft;
    private transient @Nullable CaseFile file;
    private transient @Nullable SchemaSnapshot schema;

    /**
     * @param saved runs after the case was changed
     */
    ValuesPanel(CaseDesk desk, ViewContext context, Runnable saved) {
        this.desk = desk;
        this.context = context;
        this.saved = saved;
        edit.setIcon(VaadinIcon.EDIT.create());
        edit.setId("edit-case");
        edit.addClickListener(e -> edit());
        save.setId("save-case");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(e -> save());
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        cancel.addClickListener(e -> stop());
        card.add(body);
        add(card);
    }

    boolean dirty() {
        return form != null && form.dirty();
    }

    /** Shows the case; while it is being changed, only the form's fields and words follow the schema. */
    void show(CaseFile newFile, SchemaSnapshot newSchema) {
        schema = newSchema;
        Texts texts = context.texts();
        card.setTitle(texts.get("case.values"));
        edit.setText(texts.get("case.edit"));
        save.setText(texts.get("case.save"));
        cancel.setText(texts.get("kit.cancel"));
        if (form != null) {
            form.draw(newSchema.without(newFile.values().hidden()), Scope.CASE);
            return;
        }
        file = newFile;
        body.removeAll();
        body.add(new ValueSheet(
                newSchema, id -> desk.knowing(context.session(), id), Scope.CASE, newFile.values(), texts));
        NotShown.list(newFile.values().hidden(), newSchema, texts).ifPresent(body::add);
        card.tools(edit);
        Draft kept = new Draft(desk, context, "case/" + newFile.id());
        draft = kept;
        kept.find().ifPresent(found -> body.addComponentAsFirst(kept.offer(changes -> edit(changes), found)));
    }

    private void edit() {
        edit(Map.of());
    }

    /**
     * @param typed what was typed before and not saved
     */
    private void edit(Map<FieldId, Optional<FieldValue>> typed) {
        if (file == null || schema == null) {
            return;
        }
        SchemaForm fresh = desk.form(context);
        fresh.draw(schema.without(file.values().hidden()), Scope.CASE);
        fresh.show(file.values());
        form = fresh;
        body.removeAll();
        Div foot = new Div(save, cancel);
        foot.addClassName("ob-form-foot");
        body.add(fresh, foot);
        card.tools();
        fresh.propose(typed);
        Draft keeping = draft;
        if (keeping != null) {
            fresh.onChange(() -> keeping.keep(new DraftText(Map.of(), fresh.changes())));
        }
        fresh.focus();
    }

    private void forget() {
        if (draft != null) {
            draft.forget();
        }
    }

    private void stop() {
        form = null;
        forget();
        if (file != null && schema != null) {
            show(file, schema);
        }
    }

    private void save() {
        SchemaForm open = form;
        CaseFile known = file;
        if (open == null || known == null || !open.readable()) {
            return;
        }
        Optional<CaseService> cases = desk.cases();
        if (cases.isEmpty()) {
            open.showProblems(List.of(Problem.of(ErrorCode.NO_COUNTRY_PACK)));
            return;
        }
        ChangeCase command = new ChangeCase(known.id(), known.version(), open.changes());
        Attempt.run(
                () -> cases.get().change(context.session(), command, key),
                done -> {
                    key = RequestKey.fresh();
                    form = null;
                    forget();
                    Notices.done(context.texts().get("case.saved"));
                    saved.run();
                },
                problems -> refused(open, known, problems));
    }

    private void refused(SchemaForm open, CaseFile known, List<Problem> problems) {
        if (problems.stream().noneMatch(p -> p.code() == ErrorCode.STORE_UNAVAILABLE)) {
            key = RequestKey.fresh();
        }
        if (problems.stream().anyMatch(p -> p.code() == ErrorCode.STALE)) {
            desk.cases()
                    .ifPresent(c -> Attempt.run(
                            () -> c.find(context.session(), known.id()),
                            now -> stale(open, known, now.value()),
                            open::showProblems));
        } else {
            open.showProblems(problems);
        }
    }

    private void stale(SchemaForm open, CaseFile known, CaseDetails now) {
        if (schema == null) {
            return;
        }
        ValueTexts words = new ValueTexts(schema, context.texts());
        Map<FieldId, Optional<FieldValue>> mine = open.changes();
        StaleDialog.ask(words, mine, known.values(), now.file().values(), chosen -> {
            file = now.file();
            open.show(now.file().values());
            open.propose(chosen);
            if (chosen.isEmpty()) {
                form = null;
                forget();
                saved.run();
            } else {
                save();
            }
        });
    }
}
