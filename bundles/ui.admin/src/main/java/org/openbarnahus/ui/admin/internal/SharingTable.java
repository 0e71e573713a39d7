// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.service.query.SharingMatrix;
import org.openbarnahus.core.service.query.SharingMatrix.Row;
import org.openbarnahus.ui.kit.text.Texts;

/** Rows of the sharing matrix, each answer in words. */
record SharingTable(SchemaSnapshot schema, Texts texts) {
    Div of(List<Row> rows, String title) {
        Element head = new Element("tr").appendChild(heading("admin.sharing.field"));
        SharingMatrix.VIEWERS.forEach(v -> head.appendChild(heading("admin.sharing.viewer." + v)));
        Element body = new Element("tbody");
        rows.forEach(row -> body.appendChild(row(row)));
        Element table = new Element("table")
                .appendChild(new Element("thead").appendChild(head))
                .appendChild(body);
        table.getClassList().add("ob-table");
        table.getClassList().add("ob-people");
        table.getClassList().add("ob-sharing");
        Div scroll = new Div();
        scroll.addClassName("ob-scroll");
        scroll.getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", title)
                .setAttribute("tabindex", "0")
                .appendChild(table);
        return scroll;
    }

    private Element heading(String key) {
        return new Element("th").setText(texts.get(key)).setAttribute("scope", "col");
    }

    private Element row(Row row) {
        Element name = new Element("th").setAttribute("scope", "row");
        name.appendChild(line(schema.label(texts.locale(), row.field().labelKey()), ""));
        name.appendChild(line(where(row), "ob-where"));
        why(row).ifPresent(text -> name.appendChild(line(text, "ob-muted")));
        Element element = new Element("tr")
                .setAttribute("data-field", row.field().id().value())
                .appendChild(name);
        for (int i = 0; i < row.shown().size(); i++) {
            element.appendChild(answer(row.shown().get(i), SharingMatrix.VIEWERS.get(i)));
        }
        return element;
    }

    private java.util.Optional<String> why(Row row) {
        return row.why()
                .map(key -> schema.label(texts.locale(), key))
                .or(() -> row.everybody()
                        ? java.util.Optional.empty()
                        : java.util.Optional.of(texts.get("admin.sharing.text")));
    }

    /** On a telephone the columns stand below each other, each answer behind whom it is about. */
    private Element answer(boolean yes, String viewer) {
        Element cell = new Element("td")
                .setText(texts.get(yes ? "admin.sharing.yes" : "admin.sharing.no"))
                .setAttribute("data-label", texts.get("admin.sharing.viewer." + viewer));
        if (!yes) {
            cell.getClassList().add("ob-bad");
        }
        return cell;
    }

    private String where(Row row) {
        String activities = row.field().visible().isEmpty() ? "admin.sharing.activities" : "admin.sharing.others";
        return row.where().stream()
                .map(scope -> where(scope, texts.get(activities)))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String where(Scope scope, String activities) {
        if (scope.equals(Scope.CASE)) {
            return texts.get("admin.sharing.case");
        }
        return scope.equals(Scope.ANY_ACTIVITY)
                ? activities
                : schema.label(texts.locale(), "activity." + scope.value().substring("activity:".length()));
    }

    private static Element line(String text, String style) {
        Element line = new Element("div").setText(text);
        if (!style.isEmpty()) {
            line.getClassList().add(style);
        }
        return line;
    }
}
