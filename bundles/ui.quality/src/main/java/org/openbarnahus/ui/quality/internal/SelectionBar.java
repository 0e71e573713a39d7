// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.text.Collator;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.ui.kit.form.Dates;
import org.openbarnahus.ui.kit.text.Texts;

/** Period and filters. Tells every change as the selection that is wanted next. */
final class SelectionBar extends Div {
    /** Longer lists are sorted by label. */
    private static final int LONG = 40;

    private final transient Texts texts;
    private final LocalDate today;
    private final transient Consumer<Selection> wanted;
    private transient Selection selection;
    private final DatePicker from;
    private final DatePicker last;

    SelectionBar(
            SchemaSnapshot snapshot, Texts texts, LocalDate today, Selection selection, Consumer<Selection> wanted) {
        this.texts = texts;
        this.today = today;
        this.selection = selection;
        this.wanted = wanted;
        addClassName("ob-bar");
        from = picker("quality.from", selection.period().from());
        last = picker("quality.to", selection.period().last());
        Period.Preset preset = selection.period().preset(today);
        custom(preset == Period.Preset.CUSTOM);
        add(presets(preset), from, last);
        Selection.FILTERS.stream()
                .map(snapshot::field)
                .flatMap(Optional::stream)
                .forEach(f -> filter(snapshot, f));
    }

    private Select<Period.Preset> presets(Period.Preset now) {
        Select<Period.Preset> box = new Select<>();
        box.setLabel(texts.get("quality.period"));
        box.setItems(Period.Preset.values());
        box.setItemLabelGenerator(p -> texts.get(p.key()));
        box.setValue(now);
        box.addValueChangeListener(e -> {
            if (!e.isFromClient() || e.getValue() == null) {
                return;
            }
            custom(e.getValue() == Period.Preset.CUSTOM);
            if (e.getValue() != Period.Preset.CUSTOM) {
                want(selection.withPeriod(Period.of(e.getValue(), today)));
            }
        });
        return box;
    }

    private void custom(boolean yes) {
        from.setVisible(yes);
        last.setVisible(yes);
    }

    private DatePicker picker(String key, LocalDate value) {
        DatePicker picker = Dates.picker(texts);
        picker.setLabel(texts.get(key));
        picker.setClearButtonVisible(false);
        picker.setValue(value);
        picker.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                typed();
            }
        });
        return picker;
    }

    private void typed() {
        Optional<Period> period = Period.of(from.getValue(), last.getValue());
        last.setInvalid(period.isEmpty());
        last.setErrorMessage(period.isEmpty() ? texts.get("quality.period.wrong") : "");
        period.ifPresent(p -> want(selection.withPeriod(p)));
    }

    private void want(Selection next) {
        selection = next;
        wanted.accept(next);
    }

    private void filter(SchemaSnapshot snapshot, FieldDefinition field) {
        FieldId id = field.id();
        List<String> codes = codes(snapshot, field);
        if (codes.isEmpty()) {
            return;
        }
        String list = field.codeList().orElse("");
        ComboBox<String> box = new ComboBox<>(snapshot.label(texts.locale(), field.labelKey()));
        box.setItems(codes);
        box.setItemLabelGenerator(c -> snapshot.codeLabel(texts.locale(), list, c));
        box.setPlaceholder(texts.get("quality.all"));
        box.setClearButtonVisible(true);
        Optional.ofNullable(selection.filter().get(id)).filter(codes::contains).ifPresent(box::setValue);
        box.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                want(selection.withFilter(id, e.getValue() == null ? "" : e.getValue()));
            }
        });
        add(box);
    }

    private List<String> codes(SchemaSnapshot snapshot, FieldDefinition field) {
        Optional<CodeList> list = field.codeList().flatMap(snapshot::codeList);
        Stream<String> codes = list.stream()
                .flatMap(l -> l.entries().stream())
                .filter(e -> !e.hidden())
                .map(CodeEntry::code);
        if (list.map(l -> l.byCode().size() > LONG).orElse(false)) {
            Collator collator = Collator.getInstance(texts.locale());
            String id = list.get().id();
            codes = codes.sorted((a, b) -> collator.compare(
                    snapshot.codeLabel(texts.locale(), id, a), snapshot.codeLabel(texts.locale(), id, b)));
        }
        return codes.toList();
    }
}
