// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.service.query.IndicatorDescription;
import org.openbarnahus.ui.kit.text.Texts;

/** The indicators to choose from, by standard: links beside the figures, one select box where the window is narrow. */
final class IndicatorList extends Nav {
    private static final String ACTIVITY = "0";

    private final transient SchemaSnapshot snapshot;
    private final transient Texts texts;

    IndicatorList(
            SchemaSnapshot snapshot,
            Texts texts,
            List<IndicatorDescription> all,
            Selection selection,
            Consumer<String> choose) {
        this.snapshot = snapshot;
        this.texts = texts;
        addClassName("ob-indicators");
        setAriaLabel(texts.get("quality.list"));
        add(select(all, selection, choose));
        byStandard(all).forEach((standard, some) -> {
            H3 title = new H3(standard);
            UnorderedList list = new UnorderedList();
            some.forEach(i -> list.add(new ListItem(link(i, selection))));
            add(title, list);
        });
    }

    private Select<IndicatorDescription> select(
            List<IndicatorDescription> all, Selection selection, Consumer<String> choose) {
        Select<IndicatorDescription> box = new Select<>();
        box.setLabel(texts.get("quality.indicator"));
        box.setItems(all);
        box.setItemLabelGenerator(this::label);
        all.stream()
                .filter(i -> selection.indicator().filter(i.id()::equals).isPresent())
                .findFirst()
                .ifPresent(box::setValue);
        box.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                choose.accept(e.getValue().id());
            }
        });
        box.setWidthFull();
        return box;
    }

    /** In the order given; the standards in words. */
    private Map<String, List<IndicatorDescription>> byStandard(List<IndicatorDescription> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        i -> standard(snapshot, texts, i.standard()), LinkedHashMap::new, Collectors.toList()));
    }

    static String standard(SchemaSnapshot snapshot, Texts texts, String id) {
        return id.equals(ACTIVITY) || id.isEmpty()
                ? texts.get("quality.activity")
                : snapshot.words()
                        .find(texts.locale(), "standard." + id)
                        .map(words -> id + " " + words)
                        .orElse(texts.get("quality.standard", id));
    }

    private String label(IndicatorDescription indicator) {
        return snapshot.label(texts.locale(), "indicator." + indicator.id());
    }

    private Anchor link(IndicatorDescription indicator, Selection selection) {
        String query = selection.withIndicator(indicator.id()).query().entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Anchor link = new Anchor(IndicatorsPage.PATH + "?" + query, label(indicator));
        link.getElement().setAttribute("router-link", true);
        if (selection.indicator().filter(indicator.id()::equals).isPresent()) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
