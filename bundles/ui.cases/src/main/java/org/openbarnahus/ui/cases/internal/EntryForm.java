// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.ActivityType;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.form.Dates;
import org.openbarnahus.ui.kit.form.SchemaForm;
import org.openbarnahus.ui.kit.form.Unreadable;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;

/** One activity: its type, its day and the type's fields. */
final class EntryForm extends Div {
    private final transient ViewContext context;
    private final ComboBox<ActivityType> type = new ComboBox<>();
    private final DatePicker date;
    private final SchemaForm form;
    private transient SchemaSnapshot schema;
    private transient FieldReach fields = FieldReach.everything();
    private transient FieldValues proposed = FieldValues.empty();

    EntryForm(CaseDesk desk, ViewContext context, SchemaSnapshot schema) {
        this.context = context;
        this.schema = schema;
        this.date = Dates.picker(context.texts());
        this.form = desk.form(context);
        addClassName("ob-entry-form");
        type.setManualValidation(true);
        type.setId("activity-type");
        type.addValueChangeListener(e -> typeChosen());
        date.setId("activity-date");
        date.setMax(context.today());
        date.setValue(context.today());
        date.setRequiredIndicatorVisible(true);
        Div head = new Div(type, date);
        head.addClassName("ob-form-grid");
        add(head, form);
        draw(schema);
    }

    /** As below, for somebody who is not shown every field. */
    void draw(SchemaSnapshot newSchema, FieldReach shown) {
        fields = shown;
        draw(newSchema);
    }

    /** Draws choices, fields and words again; keeps what was typed. */
    void draw(SchemaSnapshot newSchema) {
        schema = newSchema;
        Texts texts = context.texts();
        String chosen = type.getOptionalValue().map(ActivityType::code).orElse("");
        type.setLabel(texts.get("entry.type"));
        type.setItemLabelGenerator(t -> schema.label(texts.locale(), t.labelKey()));
        List<ActivityType> items = new ArrayList<>(newSchema.activityTypesInOrder());
        items.sort(Comparator.comparing((ActivityType t) -> !t.common()));
        type.setItems(
                query -> found(query.getFilter().orElse(""), items).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> found(query.getFilter().orElse(""), items).size());
        date.setLabel(texts.get("entry.date"));
        newSchema.activityType(chosen).ifPresent(type::setValue);
        typeChosen();
    }

    private List<ActivityType> found(String typed, List<ActivityType> items) {
        Locale locale = context.locale();
        return Ranked.by(typed, items, t -> schema.label(locale, t.labelKey()), locale);
    }

    private void typeChosen() {
        Optional<ActivityType> chosen = type.getOptionalValue();
        form.setVisible(chosen.isPresent());
        chosen.ifPresent(t -> {
            Scope scope = Scope.activity(t.code());
            form.draw(fields.form(schema, scope), scope);
            FieldValues now = form.values();
            Map<FieldId, Optional<FieldValue>> still = new java.util.TreeMap<>();
            proposed.map().forEach((id, value) -> {
                if (!now.has(id)) {
                    still.put(id, Optional.of(value));
                }
            });
            form.propose(still);
            proposed = FieldValues.empty();
        });
    }

    /** Values to begin with, once the type is chosen: who took part last time. */
    void proposeOnce(FieldValues values) {
        proposed = values;
    }

    void choose(String typeCode) {
        schema.activityType(typeCode).ifPresent(type::setValue);
    }

    /** Shows a recorded entry; its type cannot be changed any more. */
    void show(TimelineEntry entry) {
        choose(entry.type());
        type.setReadOnly(true);
        date.setValue(entry.date());
        form.show(entry.values());
    }

    /** Lays changes over the values shown. */
    void propose(LocalDate day, Map<FieldId, Optional<FieldValue>> changes) {
        date.setValue(day);
        form.propose(changes);
    }

    boolean empty() {
        return type.isEmpty();
    }

    boolean dirty() {
        return !empty() && form.dirty();
    }

    /** Whether type, day and every field can be read; marks what cannot. */
    boolean readable() {
        boolean noType = type.isEmpty();
        boolean noDay = date.isEmpty();
        mark(noType ? Problem.at(ErrorCode.REQUIRED, "type") : null, noDay ? badDay() : null);
        boolean readable = form.readable();
        if (noType) {
            type.focus();
        } else if (noDay) {
            date.focus();
        }
        return readable && !noType && !noDay;
    }

    private Problem badDay() {
        boolean half = Unreadable.in(date, date.getDefaultValidator());
        return Problem.at(half ? ErrorCode.WRONG_TYPE : ErrorCode.REQUIRED, "date");
    }

    private void mark(@Nullable Problem onType, @Nullable Problem onDay) {
        type.setInvalid(onType != null);
        date.setInvalid(onDay != null);
        type.setErrorMessage(onType == null ? "" : ErrorTexts.message(onType, context.locale()));
        date.setErrorMessage(onDay == null ? "" : ErrorTexts.message(onDay, context.locale()));
    }

    void showProblems(List<Problem> problems) {
        mark(first(problems, "type"), first(problems, "date"));
        form.setVisible(true);
        form.showProblems(problems);
    }

    private static @Nullable Problem first(List<Problem> problems, String path) {
        return problems.stream().filter(p -> p.path().equals(path)).findFirst().orElse(null);
    }

    LocalDate day() {
        return date.getValue();
    }

    NewEntry entry() {
        return new NewEntry(type.getValue().code(), date.getValue(), form.values());
    }

    Map<FieldId, Optional<FieldValue>> changes() {
        return form.changes();
    }

    /** Runs the task after each change made by the person at the keyboard. */
    void onChange(Runnable task) {
        form.onChange(task);
        date.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                task.run();
            }
        });
    }

    /** What was typed, with type and day. */
    DraftText draft() {
        Map<String, String> head = new java.util.TreeMap<>();
        type.getOptionalValue().ifPresent(t -> head.put("type", t.code()));
        date.getOptionalValue().ifPresent(day -> head.put("date", day.toString()));
        return new DraftText(head, form.changes());
    }

    /** Lays a draft over what is shown. */
    void propose(DraftText draft) {
        if (type.isEmpty()) {
            choose(draft.head().getOrDefault("type", ""));
        }
        String day = draft.head().getOrDefault("date", "");
        if (!day.isEmpty()) {
            date.setValue(LocalDate.parse(day));
        }
        form.propose(draft.changes());
    }

    /** Where typing begins: the type, or the day when the type is given. */
    void focusFirst() {
        if (type.isReadOnly()) {
            date.focus();
        } else {
            type.focus();
        }
    }
}
