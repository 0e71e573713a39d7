// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.query.AccessStanding;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.Tone;

/**
 * The rows of the access review; in a narrow window each is a card whose lines say what they are.
 *
 * @param chosen names of the accounts that are ticked; changed by the boxes
 * @param ticked told when a box was ticked or cleared
 */
record ReviewTable(Texts texts, UserId me, Set<String> chosen, Runnable ticked, Acts acts) {
    /** What is done to the accounts of these names. */
    record Acts(Consumer<Set<String>> confirm, Consumer<Set<String>> remove) {}

    private static final List<String> COLUMNS = List.of(
            "admin.review.choose",
            "admin.account.username",
            "admin.review.person",
            "admin.account.belongs",
            "admin.account.last-used",
            "admin.review.confirmed",
            "admin.account.actions");

    Div of(List<AccessStanding> all, List<AcceptanceRecord> signed) {
        Element head = new Element("tr");
        COLUMNS.forEach(key ->
                head.appendChild(new Element("th").setText(texts.get(key)).setAttribute("scope", "col")));
        Element body = new Element("tbody");
        all.forEach(each -> body.appendChild(row(each, signed)));
        Element table = new Element("table")
                .appendChild(new Element("thead").appendChild(head))
                .appendChild(body);
        table.getClassList().add("ob-table");
        table.getClassList().add("ob-people");
        Div scroll = new Div();
        scroll.addClassName("ob-scroll");
        scroll.getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", texts.get("admin.accounts.house"))
                .setAttribute("tabindex", "0")
                .appendChild(table);
        return scroll;
    }

    private Element row(AccessStanding standing, List<AcceptanceRecord> signed) {
        AccountInfo account = standing.account();
        Element row = new Element("tr").setAttribute("id", "review-" + account.username());
        Element choice = cell("admin.review.choose", box(standing));
        choice.getClassList().add("ob-choose");
        row.appendChild(choice);
        row.appendChild(new Element("th").setText(account.username()).setAttribute("scope", "row"));
        row.appendChild(cell("admin.review.person", person(account, signed)));
        row.appendChild(cell(
                "admin.account.belongs",
                new Element("div")
                        .appendChild(
                                line(texts.get(
                                        "admin.agency." + account.agency().code())),
                                muted(roles(account)))));
        row.appendChild(cell("admin.account.last-used", day(Reminders.day(standing.lastUsed(), texts))));
        row.appendChild(cell("admin.review.confirmed", confirmed(standing)));
        row.appendChild(cell("admin.account.actions", actions(standing)));
        return row;
    }

    private Element box(AccessStanding standing) {
        String name = standing.account().username();
        if (!standing.review().mayConfirm()) {
            chosen.remove(name);
            return new Element("span");
        }
        Checkbox box = new Checkbox();
        box.setId("choose-" + name);
        box.setAriaLabel(texts.get("admin.review.choose.what", name));
        box.setValue(chosen.contains(name));
        box.addValueChangeListener(e -> {
            if (e.getValue()) {
                chosen.add(name);
            } else {
                chosen.remove(name);
            }
            ticked.run();
        });
        return box.getElement();
    }

    private Element confirmed(AccessStanding standing) {
        Element cell = new Element("div");
        cell.appendChild(day(texts.date(standing.review().confirmed())));
        AccessStanding.Review review = standing.review();
        if (!standing.account().enabled()) {
            cell.appendChild(AccountState.closed(standing, texts));
        } else if (review.overdue()) {
            cell.appendChild(
                    PluginCard.badge(Tone.SOON, VaadinIcon.CLOCK, texts.get("admin.review.overdue"))
                            .getElement(),
                    line(texts.get("admin.account.closes", texts.date(review.until()))));
        } else {
            cell.appendChild(muted(texts.get("admin.review.next", texts.date(review.due()))));
        }
        return cell;
    }

    private Element actions(AccessStanding standing) {
        String name = standing.account().username();
        Div actions = new Div();
        actions.addClassName("ob-account-actions");
        boolean mine = standing.account().id().equals(me);
        if (standing.review().mayConfirm()) {
            actions.add(button("confirm", name, acts.confirm()));
        }
        if (standing.account().enabled() && !mine) {
            actions.add(button("remove", name, acts.remove()));
        }
        if (mine && !standing.review().mayConfirm()) {
            actions.getElement().appendChild(muted(texts.get("admin.review.own")));
        }
        return actions.getElement();
    }

    private Button button(String act, String name, Consumer<Set<String>> task) {
        Button button = RowButton.of(texts, "admin.review." + act, name, () -> task.accept(Set.of(name)));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setId(act + "-" + name);
        return button;
    }

    /** As whom the person signed the user agreement last; a dash for whoever has not. */
    private static Element person(AccountInfo account, List<AcceptanceRecord> signed) {
        return signed.stream()
                .filter(each -> each.account().equals(account.id()))
                .max(Comparator.comparing(AcceptanceRecord::at))
                .map(each -> new Element("div")
                        .appendChild(line(each.name()), muted(each.title() + ", " + each.organisation())))
                .orElseGet(() -> line("–"));
    }

    private String roles(AccountInfo account) {
        return account.roles().stream()
                .sorted()
                .map(role -> texts.get("admin.role." + role.code()))
                .collect(Collectors.joining(", "));
    }

    private Element cell(String key, Element content) {
        return new Element("td").setAttribute("data-label", texts.get(key)).appendChild(content);
    }

    private static Element line(String text) {
        return new Element("div").setText(text);
    }

    private static Element day(String text) {
        Element line = line(text);
        line.getClassList().add("ob-day");
        return line;
    }

    private static Element muted(String text) {
        Element line = line(text);
        line.getClassList().add("ob-muted");
        return line;
    }
}
