// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.ValuesSubject;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.ProblemSummary;

/**
 * A form drawn from a schema. It may be drawn again at any time from another schema or in another language: what was typed
 * stays, also in fields that are away for a while because their pack is.
 */
public final class SchemaForm extends Div {
    private final ViewContext context;
    private final Function<FieldContext, FieldEditor> editors;
    private final ProblemSummary summary = new ProblemSummary();
    private final Div body = new Div();
    private final Map<FieldId, DrawnField> drawn = new LinkedHashMap<>();
    private final Map<FieldId, Optional<FieldValue>> typed = new TreeMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private List<Problem> shownProblems = List.of();
    private FieldValues baseline = FieldValues.empty();
    private @Nullable SchemaSnapshot snapshot;
    private boolean readOnly;

    SchemaForm(ViewContext context, Function<FieldContext, FieldEditor> editors) {
        this.context = context;
        this.editors = editors;
        addClassName("ob-form");
        add(summary, body);
    }

    /**
     * A form whose fields are drawn by the first renderer that wants them, else by the kit.
     *
     * @param renderers asked again for each drawing
     */
    public static SchemaForm with(ViewContext context, Supplier<List<FieldRenderer>> renderers) {
        return new SchemaForm(
                context,
                field -> renderers.get().stream()
                        .filter(r -> r.renders(field))
                        .findFirst()
                        .map(r -> r.editor(field))
                        .orElseGet(() -> Editors.of(field)));
    }

    /** Draws the scope's fields; fields that stay the same stay as they are. */
    public void draw(SchemaSnapshot newSnapshot, Scope scope) {
        remember();
        snapshot = newSnapshot;
        Map<FieldId, DrawnField> before = new LinkedHashMap<>(drawn);
        drawn.clear();
        for (FieldDefinition field : newSnapshot.fields(scope)) {
            drawn.put(field.id(), fieldFor(field, newSnapshot, before.get(field.id())));
        }
        arrange(newSnapshot);
        showWhatApplies();
        if (!shownProblems.isEmpty()) {
            mark(shownProblems);
        }
    }

    private DrawnField fieldFor(FieldDefinition field, SchemaSnapshot schema, @Nullable DrawnField before) {
        FieldContext now = new FieldContext(field, schema, context.texts(), context.today());
        if (before != null && before.sameAs(now)) {
            return before;
        }
        DrawnField fresh = new DrawnField(now, editors.apply(now));
        fresh.editor().show(typed.getOrDefault(field.id(), baseline.get(field.id())));
        fresh.editor().setReadOnly(readOnly);
        fresh.editor().onChange(() -> changed(fresh));
        return fresh;
    }

    private void arrange(SchemaSnapshot schema) {
        body.removeAll();
        Locale locale = context.texts().locale();
        Map<String, List<DrawnField>> groups = drawn.values().stream()
                .collect(Collectors.groupingBy(d -> d.field().group(), LinkedHashMap::new, Collectors.toList()));
        groups.forEach((group, fields) -> body.add(group(schema.label(locale, "group." + group), group, fields)));
    }

    private static Section group(String label, String group, List<DrawnField> fields) {
        Section section = new Section();
        section.addClassName("ob-form-group");
        if (!group.isEmpty()) {
            section.add(new H3(label));
            section.setAriaLabel(label);
        }
        Div grid = new Div();
        grid.addClassName("ob-form-grid");
        fields.forEach(f -> grid.add(f.editor().component()));
        section.add(grid);
        return section;
    }

    /** Shows recorded values and forgets what was typed. */
    public void show(FieldValues values) {
        baseline = values;
        typed.clear();
        drawn.forEach((id, field) -> field.editor().show(values.get(id)));
        clearProblems();
        showWhatApplies();
    }

    /** Lays values over those shown, as if typed. */
    public void propose(FieldValues values) {
        Map<FieldId, Optional<FieldValue>> changes = new TreeMap<>();
        values.map().forEach((id, value) -> changes.put(id, Optional.of(value)));
        propose(changes);
    }

    /** Lays changes over the values shown, as if typed: a value sets, an empty optional empties. */
    public void propose(Map<FieldId, Optional<FieldValue>> changes) {
        typed.putAll(changes);
        changes.forEach((id, value) -> {
            DrawnField field = drawn.get(id);
            if (field != null) {
                field.editor().show(value);
            }
        });
        showWhatApplies();
    }

    /** What stands in the fields that apply. */
    public FieldValues values() {
        Map<FieldId, FieldValue> values = new TreeMap<>();
        drawn.forEach((id, field) -> {
            if (field.applies()) {
                field.editor().value().ifPresent(v -> values.put(id, v));
            }
        });
        return new FieldValues(values);
    }

    /** The difference between what is recorded and what stands in the form; fields that no longer apply are cleared. */
    public Map<FieldId, Optional<FieldValue>> changes() {
        FieldValues now = values();
        Map<FieldId, Optional<FieldValue>> changes = new TreeMap<>();
        drawn.keySet().stream()
                .filter(id -> !now.get(id).equals(baseline.get(id)))
                .forEach(id -> changes.put(id, now.get(id)));
        return changes;
    }

    /** Whether something was typed that is not recorded. */
    public boolean dirty() {
        return !changes().isEmpty() || drawn.values().stream().anyMatch(DrawnField::unreadable);
    }

    /** Marks fields in which something unreadable stands; true when there are none. */
    public boolean readable() {
        List<Problem> problems = drawn.entrySet().stream()
                .filter(e -> e.getValue().unreadable())
                .map(e -> Problem.at(ErrorCode.WRONG_TYPE, e.getKey().value()))
                .toList();
        showProblems(problems);
        return problems.isEmpty();
    }

    /** Marks the fields that the problems name, sums all up at the top and goes to the first one; none clears the marks. */
    public void showProblems(List<Problem> problems) {
        clearProblems();
        if (!problems.isEmpty()) {
            shownProblems = List.copyOf(problems);
            mark(problems).ifPresent(f -> f.editor().focus());
        }
    }

    /** Gives back the first field that is marked. */
    private Optional<DrawnField> mark(List<Problem> problems) {
        Texts texts = context.texts();
        List<String> lines = new ArrayList<>();
        Set<DrawnField> wrong = new java.util.LinkedHashSet<>();
        for (Problem problem : problems) {
            fieldAt(problem.path()).ifPresent(field -> {
                field.editor().showError(ErrorTexts.message(problem, texts.locale()));
                wrong.add(field);
            });
            lines.add(line(problem));
        }
        summary.show(texts.get("kit.problems"), lines.stream().distinct().toList());
        return drawn.values().stream().filter(wrong::contains).findFirst();
    }

    private Optional<DrawnField> fieldAt(String path) {
        return drawn.entrySet().stream()
                .filter(e -> pathLeadsTo(path, e.getKey().value()))
                .max(Map.Entry.comparingByKey(
                        java.util.Comparator.comparingInt(id -> id.value().length())))
                .map(Map.Entry::getValue);
    }

    private static boolean pathLeadsTo(String path, String id) {
        return path.equals(id) || path.startsWith(id + ".") || path.startsWith(id + "[");
    }

    public void clearProblems() {
        shownProblems = List.of();
        summary.clear();
        drawn.values().forEach(f -> f.editor().showError(""));
    }

    public void setReadOnly(boolean yes) {
        readOnly = yes;
        drawn.values().forEach(f -> f.editor().setReadOnly(yes));
    }

    /** Goes to the first field. */
    public void focus() {
        drawn.values().stream()
                .filter(DrawnField::applies)
                .findFirst()
                .ifPresent(f -> f.editor().focus());
    }

    /** Runs the task after each change made by the person at the keyboard. */
    public void onChange(Runnable task) {
        listeners.add(task);
    }

    private void changed(DrawnField field) {
        attendedTo(field);
        showWhatApplies();
        listeners.forEach(Runnable::run);
    }

    /** What was told about a field is gone as soon as somebody changes it; the next save looks again. */
    private void attendedTo(DrawnField field) {
        List<Problem> left = shownProblems.stream()
                .filter(p -> !fieldAt(p.path()).equals(Optional.of(field)))
                .toList();
        if (left.size() < shownProblems.size()) {
            shownProblems = left;
            field.editor().showError("");
            summary.keep(left.stream().map(this::line).toList());
        }
    }

    private String line(Problem problem) {
        String message = ErrorTexts.message(problem, context.texts().locale());
        return fieldAt(problem.path()).map(f -> f.label() + ": " + message).orElse(message);
    }

    private void remember() {
        drawn.forEach((id, field) -> {
            Optional<FieldValue> value = field.editor().value();
            if (!value.equals(baseline.get(id))) {
                typed.put(id, value);
            } else {
                typed.remove(id);
            }
        });
    }

    /** A field that shows another field which itself goes away takes a second round; no schema is that deep. */
    private void showWhatApplies() {
        boolean again = true;
        for (int round = 0; again && round <= drawn.size(); round++) {
            ValuesSubject subject = new ValuesSubject(values());
            again = false;
            for (DrawnField field : drawn.values()) {
                boolean applies = field.field().showIf().test(subject);
                again |= applies != field.applies();
                field.setApplies(applies);
            }
        }
    }
}
