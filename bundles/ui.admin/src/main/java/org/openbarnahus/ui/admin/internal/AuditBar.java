// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.ui.kit.form.Dates;
import org.openbarnahus.ui.kit.text.Texts;

/** The filters of the audit trail, in one language, filled in. */
final class AuditBar extends Div {
    private final TextField number;
    private final TextField person;
    private final Select<String> kind;
    private final Select<String> result;
    private final DatePicker from;
    private final DatePicker until;

    AuditBar(Texts texts, AuditFilter filter, Consumer<AuditFilter> wanted) {
        addClassNames("ob-bar", "ob-audit-bar");
        getElement().setAttribute("role", "search");
        number = text(texts.get("admin.audit.case"), filter.number());
        person = text(texts.get("admin.audit.person"), filter.person());
        kind = choice(texts, "kind", "admin.action.", Action.values(), filter.kind());
        result = choice(texts, "result", "admin.result.", Result.values(), filter.result());
        from = day(texts, "from", filter.from());
        until = day(texts, "until", filter.until());
        Button search = new Button(texts.get("admin.audit.search"), VaadinIcon.SEARCH.create());
        search.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        search.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        search.addClickListener(e -> wanted.accept(typed()));
        add(number, person, kind, result, from, until, search);
    }

    /** What is in the fields now. */
    AuditFilter typed() {
        return new AuditFilter(
                number.getValue().strip().toUpperCase(Locale.ROOT),
                person.getValue().strip(),
                kind.getOptionalValue().orElse(""),
                result.getOptionalValue().orElse(""),
                text(from.getValue()),
                text(until.getValue()),
                "");
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static TextField text(String label, String value) {
        TextField field = new TextField(label);
        field.setMaxLength(64);
        field.setClearButtonVisible(true);
        field.setValue(value);
        return field;
    }

    private static Select<String> choice(Texts texts, String name, String prefix, Enum<?>[] all, String value) {
        Select<String> select = new Select<>();
        select.setLabel(texts.get("admin.audit." + name));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(texts.get("admin.audit.any"));
        select.setItems(Stream.of(all).map(Enum::name).toList());
        select.setItemLabelGenerator(
                i -> i == null ? texts.get("admin.audit.any") : texts.get(prefix + i.toLowerCase(Locale.ROOT)));
        if (!value.isEmpty()) {
            select.setValue(value);
        }
        return select;
    }

    private static DatePicker day(Texts texts, String name, String value) {
        DatePicker picker = Dates.picker(texts);
        picker.setLabel(texts.get("admin.audit." + name));
        AuditFilter.day(value).ifPresent(picker::setValue);
        return picker;
    }
}
