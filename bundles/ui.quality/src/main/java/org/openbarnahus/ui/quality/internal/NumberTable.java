// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** A plain table with a caption; the first column heads its row. Scrolls sideways on its own when the window is narrow. */
final class NumberTable extends Div {
    NumberTable(String caption, List<String> head, List<List<String>> rows) {
        addClassName("ob-scroll");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", caption);
        getElement().setAttribute("tabindex", "0");
        Element table = new Element("table");
        table.getClassList().add("ob-numbers");
        table.appendChild(text("caption", caption));
        Element top = new Element("tr");
        head.forEach(h -> top.appendChild(text("th", h).setAttribute("scope", "col")));
        table.appendChild(new Element("thead").appendChild(top));
        Element body = new Element("tbody");
        rows.forEach(r -> body.appendChild(row(r)));
        table.appendChild(body);
        getElement().appendChild(table);
    }

    private static Element row(List<String> cells) {
        Element row = new Element("tr");
        for (int i = 0; i < cells.size(); i++) {
            row.appendChild(i == 0 ? text("th", cells.get(i)).setAttribute("scope", "row") : text("td", cells.get(i)));
        }
        return row;
    }

    private static Element text(String tag, String text) {
        return new Element(tag).setText(text);
    }
}
