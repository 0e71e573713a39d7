// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.TrainingRecord;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Badge;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.PageHeader;
import org.openbarnahus.ui.kit.widget.Tone;

/** Who may sign in to this house, and the way to a new account. */
@StyleSheet("context://admin-ui/admin.css")
final class AccountsView extends Div implements LiveView {
    private static final List<String> COLUMNS = List.of(
            "admin.account.username",
            "admin.account.agency",
            "admin.account.roles",
            "admin.account.state",
            "admin.account.agreement",
            "admin.account.actions");

    private final transient ViewContext context;
    private final transient People people;
    private final PageHeader header = new PageHeader("");
    private final Div list = new Div();

    AccountsView(ViewContext context, People people) {
        this.context = context;
        this.people = people;
        addClassName("ob-page");
        add(header, list);
        refresh();
    }

    @Override
    public void refresh() {
        Texts texts = context.texts();
        header.setTitle(texts.get("admin.accounts"));
        Button add = new Button(
                texts.get("admin.account.new"),
                VaadinIcon.PLUS.create(),
                e -> new AccountDialog(context, people, this::refresh).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        header.actions(add);
        list.removeAll();
        list.add(new Card(texts.get("admin.accounts.house"), table(texts)));
    }

    private Div table(Texts texts) {
        Element table = new Element("table");
        table.getClassList().add("ob-table");
        Element head = new Element("tr");
        COLUMNS.stream()
                .map(texts::get)
                .forEach(h -> head.appendChild(new Element("th").setText(h).setAttribute("scope", "col")));
        table.appendChild(new Element("thead").appendChild(head));
        table.appendChild(body(texts));
        Div scroll = new Div();
        scroll.addClassName("ob-scroll");
        scroll.getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", texts.get("admin.accounts.house"))
                .setAttribute("tabindex", "0")
                .appendChild(table);
        return scroll;
    }

    private Element body(Texts texts) {
        Element body = new Element("tbody");
        List<AccountInfo> all = people.accounts().accounts(context.session()).stream()
                .sorted(Comparator.comparing(AccountInfo::username))
                .toList();
        List<AcceptanceRecord> signed = Attempt.read(() -> people.agreements().ofTheHouse(context.session()))
                        instanceof Done<List<AcceptanceRecord>> done
                ? done.value()
                : List.of();
        List<TrainingRecord> trained = Attempt.read(() -> people.trainings().ofTheHouse(context.session()))
                        instanceof Done<List<TrainingRecord>> done
                ? done.value()
                : List.of();
        AccountActions actions = new AccountActions(context, people, this::refresh);
        all.forEach(a -> {
            Element row = row(a, texts);
            row.appendChild(new Element("td")
                    .appendChild(
                            line(signature(a, signed)),
                            line(texts.get("admin.account.training", training(a, trained)))));
            row.appendChild(new Element("td").appendChild(actions.of(a).getElement()));
            body.appendChild(row);
        });
        return body;
    }

    /** Who signed the agreement last as what, and when; a dash for whoever has not. */
    private String signature(AccountInfo account, List<AcceptanceRecord> signed) {
        return signed.stream()
                .filter(each -> each.account().equals(account.id()))
                .max(Comparator.comparing(AcceptanceRecord::at))
                .map(each -> each.name() + ", " + each.title() + ", "
                        + each.at().atZone(context.zone()).toLocalDate() + " (" + each.version() + ")")
                .orElse("–");
    }

    private static Element line(String text) {
        return new Element("div").setText(text);
    }

    /** When somebody passed the test in data protection last; a dash for whoever has not. */
    private String training(AccountInfo account, List<TrainingRecord> trained) {
        return trained.stream()
                .filter(each -> each.account().equals(account.id()))
                .map(TrainingRecord::at)
                .max(Comparator.naturalOrder())
                .map(at -> at.atZone(context.zone()).toLocalDate().toString())
                .orElse("–");
    }

    private static Element row(AccountInfo account, Texts texts) {
        String roles = account.roles().stream()
                .sorted()
                .map(r -> texts.get("admin.role." + r.code()))
                .collect(Collectors.joining(", "));
        Badge state = account.enabled()
                ? PluginCard.badge(Tone.GOOD, VaadinIcon.CHECK, texts.get("admin.account.enabled"))
                : PluginCard.badge(Tone.NEUTRAL, VaadinIcon.LOCK, texts.get("admin.account.disabled"));
        Element row = new Element("tr");
        row.appendChild(new Element("th").setText(account.username()).setAttribute("scope", "row"));
        row.appendChild(new Element("td")
                .setText(texts.get("admin.agency." + account.agency().code())));
        row.appendChild(new Element("td").setText(roles));
        row.appendChild(new Element("td").appendChild(state.getElement()));
        return row;
    }
}
