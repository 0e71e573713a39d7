// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.AuditLine;
import org.openbarnahus.core.service.query.AuditPage;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Badge;
import org.openbarnahus.ui.kit.widget.Tone;

/** Entries of the audit trail as a table, on a narrow screen as blocks, with the way to older ones. */
final class AuditTable extends Div {
    private final transient ViewContext context;
    private final transient Texts texts;

    AuditTable(AuditPage page, AuditFilter filter, ViewContext context, String path) {
        this.context = context;
        this.texts = context.texts();
        if (page.lines().isEmpty()) {
            add(new Paragraph(texts.get("admin.audit.none")));
        } else {
            getElement().appendChild(table(page));
        }
        Button newest = new Button(
                texts.get("admin.audit.newest"),
                VaadinIcon.ANGLE_DOUBLE_LEFT.create(),
                e -> context.navigate(path, filter.before("").parameters()));
        newest.setVisible(!filter.before().isEmpty());
        Button older = new Button(
                texts.get("admin.audit.older"),
                VaadinIcon.ANGLE_RIGHT.create(),
                e -> context.navigate(
                        path, filter.before(Long.toString(page.next())).parameters()));
        older.setIconAfterText(true);
        older.setVisible(page.next() > 0);
        Div foot = new Div(newest, older);
        foot.addClassName("ob-alert-foot");
        add(foot);
    }

    private Element table(AuditPage page) {
        Element table = new Element("table");
        table.getClassList().add("ob-table");
        table.getClassList().add("ob-audit");
        Element head = new Element("tr");
        Stream.of("time", "person", "kind", "object", "result", "detail")
                .map(c -> texts.get("admin.audit." + c))
                .forEach(h -> head.appendChild(new Element("th").setText(h).setAttribute("scope", "col")));
        table.appendChild(new Element("thead").appendChild(head));
        Element body = new Element("tbody");
        page.lines().forEach(line -> body.appendChild(row(line)));
        return table.appendChild(body);
    }

    private Element row(AuditLine line) {
        AuditEntry entry = line.entry();
        String who = line.username().isEmpty() ? texts.get("admin.audit.nobody") : line.username();
        Element row = new Element("tr");
        row.appendChild(cell(texts.moment(entry.at(), context.zone())));
        row.appendChild(new Element("th").setText(who).setAttribute("scope", "row"));
        row.appendChild(cell(texts.get("admin.action." + entry.action().name().toLowerCase(Locale.ROOT))));
        row.appendChild(cell(object(line)));
        row.appendChild(new Element("td").appendChild(result(entry.result()).getElement()));
        row.appendChild(cell(detail(entry)));
        return row;
    }

    private String object(AuditLine line) {
        String type = line.entry().objectType();
        String key = "admin.object." + type;
        String words = texts.get(key);
        String name = words.equals(key) ? type : words;
        if (!line.caseNumber().isEmpty()) {
            return name + " " + line.caseNumber();
        }
        return type.equals("plugin") ? name + " " + line.entry().objectId() : name;
    }

    private Badge result(AuditEntry.Result result) {
        String words = texts.get("admin.result." + result.name().toLowerCase(Locale.ROOT));
        return switch (result) {
            case DONE -> PluginCard.badge(Tone.GOOD, VaadinIcon.CHECK, words);
            case REFUSED -> PluginCard.badge(Tone.SOON, VaadinIcon.MINUS, words);
            case DENIED -> PluginCard.badge(Tone.BAD, VaadinIcon.BAN, words);
        };
    }

    private static String detail(AuditEntry entry) {
        String fields = String.join(", ", new TreeSet<>(entry.fields()));
        String detail = entry.detail().startsWith("case:") ? "" : entry.detail();
        return fields.isEmpty() || detail.isEmpty() ? fields + detail : detail + " · " + fields;
    }

    private static Element cell(String text) {
        return new Element("td").setText(text);
    }
}
