// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.ui.kit.text.Texts;

/** Search, filters and order of the case list. */
final class CaseFilterBar extends Div {
    private static final int TYPING_PAUSE = 350;

    private final TextField search = new TextField();
    private final Select<String> state = new Select<>();
    private final ComboBox<String> municipality = new ComboBox<>();
    private final ComboBox<String> suspicion = new ComboBox<>();
    private final Select<String> sort = new Select<>();
    private final Consumer<CaseFilter> wanted;

    CaseFilterBar(Consumer<CaseFilter> wanted) {
        this.wanted = wanted;
        addClassName("ob-bar");
        getElement().setAttribute("role", "search");
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_PAUSE);
        search.setMaxLength(64);
        state.setEmptySelectionAllowed(true);
        municipality.setClearButtonVisible(true);
        suspicion.setClearButtonVisible(true);
        add(search, state, municipality, suspicion, sort);
        search.addValueChangeListener(e -> told(e.isFromClient()));
        state.addValueChangeListener(e -> told(e.isFromClient()));
        municipality.addValueChangeListener(e -> told(e.isFromClient()));
        suspicion.addValueChangeListener(e -> told(e.isFromClient()));
        sort.addValueChangeListener(e -> told(e.isFromClient()));
    }

    private void told(boolean byPerson) {
        if (byPerson) {
            wanted.accept(new CaseFilter(
                    search.getValue(),
                    state.getOptionalValue().orElse(""),
                    municipality.getOptionalValue().orElse(""),
                    suspicion.getOptionalValue().orElse(""),
                    sort.getOptionalValue().filter(s -> !s.equals("changed")).orElse("")));
        }
    }

    /** Draws labels and choices in the language and schema of the moment. */
    void draw(Texts texts, SchemaSnapshot schema) {
        Locale locale = texts.locale();
        search.setLabel(texts.get("cases.search"));
        search.setPlaceholder(texts.get("cases.search.example"));
        state.setLabel(texts.get("cases.state"));
        state.setEmptySelectionCaption(texts.get("cases.all"));
        state.setItemLabelGenerator(s -> s == null || s.isEmpty() ? texts.get("cases.all") : texts.get("state." + s));
        state.setItems(CaseFilter.STATES);
        sort.setLabel(texts.get("cases.sort"));
        sort.setItemLabelGenerator(s -> texts.get("cases.sort." + s));
        sort.setItems(CaseFilter.SORTS);
        choices(municipality, schema, locale, CoreField.MUNICIPALITY, true);
        choices(suspicion, schema, locale, CoreField.SUSPICION, false);
    }

    private static void choices(
            ComboBox<String> box, SchemaSnapshot schema, Locale locale, FieldId field, boolean sorted) {
        String list = schema.field(field).flatMap(f -> f.codeList()).orElse("");
        box.setLabel(schema.label(locale, "field." + field));
        box.setItemLabelGenerator(code -> schema.codeLabel(locale, list, code));
        List<String> codes = schema.codeList(list).stream()
                .flatMap(l -> l.entries().stream())
                .filter(e -> !e.hidden())
                .map(CodeEntry::code)
                .toList();
        java.text.Collator order = java.text.Collator.getInstance(locale);
        box.setItems(
                sorted
                        ? codes.stream()
                                .sorted((a, b) -> order.compare(
                                        schema.codeLabel(locale, list, a), schema.codeLabel(locale, list, b)))
                                .toList()
                        : codes);
    }

    void show(CaseFilter filter) {
        search.setValue(filter.search());
        state.setValue(filter.state().isEmpty() ? null : filter.state());
        municipality.setValue(filter.municipality().isEmpty() ? null : filter.municipality());
        suspicion.setValue(filter.suspicion().isEmpty() ? null : filter.suspicion());
        sort.setValue(filter.sort().isEmpty() ? "changed" : filter.sort());
    }
}
