// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.service.AuditService;
import org.openbarnahus.ui.kit.form.Dates;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.PageHeader;

/** Who did what, and above all: who opened this case. The address holds the filters. */
@StyleSheet("context://admin-ui/admin.css")
final class AuditView extends Div implements LiveView, AfterNavigationObserver {
    private final transient ViewContext context;
    private final transient AuditService audit;
    private final PageHeader header = new PageHeader("");
    private final Paragraph help = new Paragraph();
    private final Div bar = new Div();
    private final Div list = new Div();
    private transient AuditFilter filter = AuditFilter.of(QueryParameters.empty());

    AuditView(ViewContext context, AuditService audit) {
        this.context = context;
        this.audit = audit;
        addClassName("ob-page");
        help.addClassNames("ob-muted", "ob-small");
        bar.addClassName("ob-bar");
        bar.getElement().setAttribute("role", "search");
        add(header, help, bar, list);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filter = AuditFilter.of(event.getLocation().getQueryParameters());
        fields(context.texts());
        show();
    }

    /** News do not move what an officer is reading: only the words are drawn anew. */
    @Override
    public void refresh() {
        fields(context.texts());
        show();
    }

    private void fields(Texts texts) {
        header.setTitle(texts.get("admin.audit"));
        help.setText(texts.get("admin.audit.help"));
        TextField number = text(texts.get("admin.audit.case"), filter.number());
        TextField person = text(texts.get("admin.audit.person"), filter.person());
        Select<String> kind = choice(texts, "kind", "admin.action.", Action.values(), filter.kind());
        Select<String> result = choice(texts, "result", "admin.result.", Result.values(), filter.result());
        DatePicker from = day(texts, "from", filter.from());
        DatePicker until = day(texts, "until", filter.until());
        Button search = new Button(texts.get("admin.audit.search"), VaadinIcon.SEARCH.create());
        search.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        search.addClickShortcut(Key.ENTER);
        search.addClickListener(e -> context.navigate(
                "audit",
                new AuditFilter(
                                number.getValue().strip().toUpperCase(Locale.ROOT),
                                person.getValue().strip(),
                                kind.getOptionalValue().orElse(""),
                                result.getOptionalValue().orElse(""),
                                text(from.getValue()),
                                text(until.getValue()),
                                "")
                        .parameters()));
        bar.removeAll();
        bar.add(number, person, kind, result, from, until, search);
        Anchor export = new Anchor(filter.export(context.zone()), texts.get("admin.audit.export"));
        export.getElement().setAttribute("download", "audit.csv");
        export.setRouterIgnore(true);
        header.actions(export);
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

    private void show() {
        Texts texts = context.texts();
        Attempt.run(
                () -> audit.find(context.session(), filter.query(context.zone())),
                done -> {
                    list.removeAll();
                    list.add(new Card(
                            texts.get("admin.audit.entries"), new AuditTable(done.value(), filter, context, "audit")));
                },
                problems -> Notices.refused(texts, problems));
    }
}
