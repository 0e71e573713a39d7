// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.stream.Stream;
import org.openbarnahus.core.service.query.PackStatus;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.Badge;
import org.openbarnahus.ui.kit.widget.Tone;

/** Every pack that was found; of a refused one, each reason with file, line and cure. */
final class PackTable extends Div {
    private static final int COLUMNS = 6;
    /** Every plugin of ours begins so; saying it each time helps nobody. */
    private static final String OURS = "^org\\.openbarnahus\\.";

    private final transient Texts texts;

    PackTable(List<PackStatus> packs, Texts texts) {
        this.texts = texts;
        addClassName("ob-scroll");
        getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", texts.get("admin.packs"))
                .setAttribute("tabindex", "0");
        Element table = new Element("table");
        table.getClassList().add("ob-table");
        Element head = new Element("tr");
        Stream.of("code", "version", "kind", "country", "source", "state")
                .map(c -> texts.get("admin.pack." + c))
                .forEach(h -> head.appendChild(new Element("th").setText(h).setAttribute("scope", "col")));
        table.appendChild(new Element("thead").appendChild(head));
        Element body = new Element("tbody");
        packs.forEach(p -> rows(body, p));
        table.appendChild(body);
        getElement().appendChild(table);
    }

    private void rows(Element body, PackStatus pack) {
        Element row = new Element("tr");
        row.appendChild(new Element("th").setText(pack.code()).setAttribute("scope", "row"));
        row.appendChild(version(pack));
        row.appendChild(cell(texts.get("admin.kind." + pack.kind())));
        row.appendChild(cell(pack.country().orElse("–")));
        row.appendChild(source(pack.source()));
        row.appendChild(new Element("td").appendChild(state(pack).getElement()));
        body.appendChild(row);
        if (!pack.problems().isEmpty()) {
            body.appendChild(problems(pack));
        }
    }

    private Badge state(PackStatus pack) {
        if (!pack.active()) {
            return PluginCard.badge(Tone.BAD, VaadinIcon.WARNING, texts.get("admin.pack.refused"));
        }
        return pack.problems().isEmpty()
                ? PluginCard.badge(Tone.GOOD, VaadinIcon.CHECK, texts.get("admin.pack.active"))
                : PluginCard.badge(Tone.SOON, VaadinIcon.WARNING, texts.get("admin.pack.kept"));
    }

    private Element version(PackStatus pack) {
        Element cell = new Element("td").appendChild(new Element("span").setText(pack.version() + " "));
        if (pack.draft()) {
            Badge draft = new Badge(Tone.SOON, texts.get("admin.draft"));
            cell.appendChild(draft.getElement().setAttribute("title", texts.get("admin.draft.help")));
        }
        return cell;
    }

    private static Element problems(PackStatus pack) {
        Element list = new Element("ul");
        pack.problems().forEach(p -> list.appendChild(new Element("li").setText(p)));
        Element cell = new Element("td").setAttribute("colspan", String.valueOf(COLUMNS));
        cell.appendChild(list);
        Element row = new Element("tr").appendChild(cell);
        row.getClassList().add("ob-pack-problems");
        return row;
    }

    private Element source(String source) {
        Element cell = cell(sourceText(source));
        cell.getClassList().add("ob-pack-source");
        return cell;
    }

    private String sourceText(String source) {
        int colon = source.indexOf(':');
        String kind = colon < 0 ? "" : source.substring(0, colon);
        return switch (kind) {
            case "bundle", "folder" ->
                texts.get("admin.source." + kind, source.substring(colon + 1).replaceFirst(OURS, ""));
            default -> source;
        };
    }

    private static Element cell(String text) {
        return new Element("td").setText(text);
    }
}
