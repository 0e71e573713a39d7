// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.command.RemoveEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.CaseDetails;
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;

/** What happened in a case, and adding to it. */
final class TimelinePanel extends Div {
    /** Meetings whose participants the next activity begins with. */
    private static final Set<String> MEETINGS = Set.of("screening_meeting", "planning_meeting", "review_meeting");

    private final transient CaseDesk desk;
    private final transient ViewContext context;
    private final transient CaseId caseId;
    private final Runnable changed;
    private final Card card = new Card("");
    private final Button add = new Button();
    private final Button order = new Button();
    private final Div top = new Div();
    private final OrderedList list = new OrderedList();
    private @Nullable EntryEditor editor;
    private transient @Nullable CaseDetails details;
    private transient @Nullable SchemaSnapshot schema;
    private boolean oldestFirst;

    /**
     * @param changed runs after the timeline was changed
     * @param turn runs when the other order is asked for
     */
    TimelinePanel(CaseDesk desk, ViewContext context, CaseId caseId, Runnable changed, Runnable turn) {
        this.desk = desk;
        this.context = context;
        this.caseId = caseId;
        this.changed = changed;
        add.setId("add-entry");
        add.setIcon(VaadinIcon.PLUS.create());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add.addClickListener(e -> begin());
        add.addClickShortcut(Key.KEY_N, KeyModifier.ALT);
        order.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        order.setIcon(VaadinIcon.EXCHANGE.create());
        order.addClickListener(e -> turn.run());
        list.addClassName("ob-timeline");
        card.add(top, list);
        card.tools(order, add);
        card.setId("timeline");
        add(card);
    }

    boolean dirty() {
        return editor != null && editor.dirty();
    }

    void show(CaseDetails newDetails, SchemaSnapshot newSchema, boolean oldest) {
        details = newDetails;
        schema = newSchema;
        oldestFirst = oldest;
        Texts texts = context.texts();
        card.setTitle(texts.get("timeline.title"));
        add.setText(texts.get("timeline.add"));
        add.setTooltipText("Alt+N");
        order.setText(texts.get(oldest ? "timeline.oldest" : "timeline.newest"));
        if (editor != null) {
            editor.draw(newSchema, newDetails.fields());
        }
        lines(newDetails, newSchema, texts);
    }

    private void lines(CaseDetails shown, SchemaSnapshot words, Texts texts) {
        list.removeAll();
        List<TimelineEntry> entries =
                oldestFirst ? shown.timeline() : shown.timeline().reversed();
        for (TimelineEntry entry : entries) {
            boolean open = editor != null
                    && editor.corrected().filter(e -> e.id().equals(entry.id())).isPresent();
            list.add(
                    open && editor != null
                            ? item(editor)
                            : new EntryLine(entry, words, desk, context, this::correct, this::remove));
        }
        if (entries.isEmpty()) {
            Paragraph none = new Paragraph(texts.get("timeline.none"));
            none.addClassName("ob-muted");
            list.add(new ListItem(none));
        }
    }

    private static ListItem item(Component content) {
        ListItem item = new ListItem(content);
        item.addClassName("ob-entry-open");
        return item;
    }

    private EntryEditor open(SchemaSnapshot words) {
        FieldReach fields = details == null ? FieldReach.everything() : details.fields();
        EntryEditor fresh = new EntryEditor(desk, context, words, fields, caseId, new EntryEditor.Closing() {
            @Override
            public void saved() {
                close();
                changed.run();
            }

            @Override
            public void cancelled() {
                close();
                redraw();
            }
        });
        editor = fresh;
        return fresh;
    }

    private void close() {
        editor = null;
        top.removeAll();
        add.setEnabled(true);
    }

    private void redraw() {
        if (details != null && schema != null) {
            lines(details, schema, context.texts());
        }
    }

    private void begin() {
        if (schema == null || busy()) {
            return;
        }
        close();
        EntryEditor fresh = open(schema);
        redraw();
        top.removeAll();
        top.add(fresh);
        add.setEnabled(false);
        fresh.begin(lastParticipants());
    }

    private FieldValues lastParticipants() {
        return details == null
                ? FieldValues.empty()
                : details.timeline().reversed().stream()
                        .filter(e -> MEETINGS.contains(e.type()) && e.values().has(EntryLine.PARTICIPANTS))
                        .findFirst()
                        .flatMap(e -> e.values().get(EntryLine.PARTICIPANTS))
                        .map(v -> FieldValues.empty().with(EntryLine.PARTICIPANTS, v))
                        .orElse(FieldValues.empty());
    }

    private void correct(TimelineEntry entry) {
        if (schema != null && !busy()) {
            close();
            EntryEditor fresh = open(schema);
            fresh.correct(entry);
            redraw();
        }
    }

    /** Something typed is never thrown away by opening another entry: the one that is open gets the focus instead. */
    private boolean busy() {
        boolean typed = editor != null && editor.dirty();
        if (typed && editor != null) {
            editor.focusFirst();
        }
        return typed;
    }

    private void remove(TimelineEntry entry) {
        send(
                entry,
                false,
                after -> Notices.undoable(
                        context.texts(), context.texts().get("entry.removed"), () -> send(after, true, e -> {})));
    }

    private void send(TimelineEntry entry, boolean restore, java.util.function.Consumer<TimelineEntry> then) {
        RemoveEntry command = new RemoveEntry(caseId, entry.id(), entry.version(), restore);
        desk.cases()
                .ifPresent(c -> Attempt.run(
                        () -> c.remove(context.session(), command, RequestKey.fresh()),
                        done -> {
                            changed.run();
                            then.accept(done.value());
                        },
                        problems -> Notices.refused(context.texts(), problems)));
    }
}
