// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;
import org.openbarnahus.ui.kit.form.ValueTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;

/** One activity on the timeline, to read. */
final class EntryLine extends ListItem {
    static final FieldId PARTICIPANTS = FieldId.of("participants");

    private static final Map<String, VaadinIcon> ICONS = Map.ofEntries(
            Map.entry("referral", VaadinIcon.INBOX),
            Map.entry("report_received", VaadinIcon.ENVELOPE_O),
            Map.entry("screening_meeting", VaadinIcon.GROUP),
            Map.entry("planning_meeting", VaadinIcon.GROUP),
            Map.entry("review_meeting", VaadinIcon.GROUP),
            Map.entry("information_given", VaadinIcon.INFO_CIRCLE_O),
            Map.entry("forensic_interview", VaadinIcon.COMMENTS_O),
            Map.entry("exploratory_interview", VaadinIcon.COMMENTS_O),
            Map.entry("caregiver_interview", VaadinIcon.COMMENTS_O),
            Map.entry("medical_exam_forensic", VaadinIcon.STETHOSCOPE),
            Map.entry("medical_exam_general", VaadinIcon.STETHOSCOPE),
            Map.entry("crisis_support", VaadinIcon.HEART_O),
            Map.entry("therapy_referral", VaadinIcon.HANDS_UP),
            Map.entry("therapy_session", VaadinIcon.HANDS_UP),
            Map.entry("follow_up_contact", VaadinIcon.PHONE),
            Map.entry("justice_decision", VaadinIcon.SCALE),
            Map.entry("court_testimony", VaadinIcon.SCALE),
            Map.entry("closure", VaadinIcon.CHECK_CIRCLE_O));

    EntryLine(
            TimelineEntry entry,
            SchemaSnapshot schema,
            CaseDesk desk,
            ViewContext context,
            Consumer<TimelineEntry> edit,
            Consumer<TimelineEntry> remove) {
        Texts texts = context.texts();
        addClassName("ob-entry");
        getElement().setAttribute("data-entry", entry.id().toString());
        String label = schema.label(texts.locale(), "activity." + entry.type());
        Icon icon = ICONS.getOrDefault(entry.type(), VaadinIcon.CIRCLE_THIN).create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Span day = new Span(texts.date(entry.date()));
        day.addClassName("ob-entry-day");
        Div head = new Div(new H3(label), day);
        head.addClassName("ob-entry-head");
        Div body = new Div(head);
        body.addClassName("ob-entry-body");
        who(entry, new ValueTexts(schema, texts), body);
        facts(entry, schema, id -> desk.words(context, schema, id), body);
        entry.values().text(CoreField.NOTE).ifPresent(note -> {
            Paragraph text = new Paragraph(note);
            text.addClassName("ob-entry-note");
            body.add(text);
        });
        NotShown.list(entry.values().hidden(), schema, texts).ifPresent(body::add);
        body.add(entered(entry, context));
        Div dot = new Div(icon);
        dot.addClassName("ob-entry-dot");
        add(dot, body, tools(entry, label, texts, edit, remove));
    }

    private static void who(TimelineEntry entry, ValueTexts words, Div body) {
        entry.values().get(PARTICIPANTS).ifPresent(value -> {
            if (value instanceof RowsValue rows) {
                String agencies = rows.rows().stream()
                        .map(row -> words.text(PARTICIPANTS, new RowsValue(List.of(only(row)))))
                        .distinct()
                        .collect(Collectors.joining(" · "));
                Paragraph line = new Paragraph(agencies);
                line.addClassNames("ob-muted", "ob-small");
                body.add(line);
            }
        });
    }

    /** The agency alone where it is known: who sat there, in few words. */
    private static Map<String, String> only(Map<String, String> row) {
        String agency = row.get("agency");
        return agency == null ? row : Map.of("agency", agency);
    }

    private static Paragraph entered(TimelineEntry entry, ViewContext context) {
        boolean corrected = !entry.changed().equals(entry.entered());
        Paragraph line = new Paragraph(stamp("entry.entered", entry.entered(), context)
                + (corrected ? " · " + stamp("entry.changed", entry.changed(), context) : ""));
        line.addClassNames("ob-muted", "ob-entry-stamp");
        return line;
    }

    /** By whom and when; people who are not of this house, as in an import of old lists, are left unnamed. */
    private static String stamp(String key, Stamp stamp, ViewContext context) {
        Texts texts = context.texts();
        String name = context.person(stamp.by());
        String at = texts.moment(stamp.at(), context.zone());
        return name.isEmpty() ? texts.get(key + ".unnamed", at) : texts.get(key, name, at);
    }

    private static void facts(
            TimelineEntry entry, SchemaSnapshot schema, Function<FieldId, ValueTexts> words, Div body) {
        Set<FieldId> apart = Set.of(PARTICIPANTS, CoreField.NOTE);
        Stream<FieldId> known =
                schema.fields(Scope.activity(entry.type())).stream().map(FieldDefinition::id);
        List<FieldId> fields = Stream.concat(known, entry.values().map().keySet().stream())
                .distinct()
                .filter(id -> entry.values().has(id) && !apart.contains(id))
                .toList();
        if (fields.isEmpty()) {
            return;
        }
        DescriptionList list = new DescriptionList();
        list.addClassName("ob-entry-facts");
        for (FieldId field : fields) {
            entry.values().get(field).ifPresent(value -> {
                ValueTexts own = words.apply(field);
                Div pair = new Div(
                        new DescriptionList.Term(own.label(field)),
                        new DescriptionList.Description(own.text(field, value)));
                pair.addClassName("ob-pair");
                list.getElement().appendChild(pair.getElement());
            });
        }
        body.add(list);
    }

    private static Div tools(
            TimelineEntry entry,
            String label,
            Texts texts,
            Consumer<TimelineEntry> edit,
            Consumer<TimelineEntry> remove) {
        Button change = new Button(VaadinIcon.EDIT.create(), e -> edit.accept(entry));
        Button off = new Button(VaadinIcon.TRASH.create(), e -> remove.accept(entry));
        change.setAriaLabel(texts.get("entry.edit", label));
        off.setAriaLabel(texts.get("entry.remove", label));
        Stream.of(change, off).forEach(b -> {
            b.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            b.setTooltipText(b == change ? texts.get("entry.edit", label) : texts.get("entry.remove", label));
        });
        Div tools = new Div(change, off);
        tools.addClassName("ob-entry-tools");
        return tools;
    }
}
