// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.service.query.AccessStanding;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.Invitation;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.TrainingRecord;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.PageHeader;

/** Who may sign in to this house, and the way to a new account. */
@StyleSheet("context://admin-ui/admin.css")
final class AccountsView extends Div implements LiveView {
    private static final List<String> COLUMNS = List.of(
            "admin.account.username",
            "admin.account.belongs",
            "admin.account.state",
            "admin.account.agreement",
            "admin.account.actions");

    private final transient ViewContext context;
    private final transient People people;
    private final PageHeader header = new PageHeader("");
    private final Div notes = new Div();
    private final RequestList requests;
    private final Div list = new Div();

    AccountsView(ViewContext context, People people) {
        this.context = context;
        this.people = people;
        addClassName("ob-page");
        notes.addClassName("ob-gaps");
        requests = new RequestList(context, people.seconds());
        add(header, notes, requests, list);
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
        // read first: what has run out is closed by it
        List<AccessStanding> standings = Attempt.read(() -> people.reviews().ofTheHouse(context.session()))
                        instanceof Done<List<AccessStanding>> done
                ? done.value()
                : List.of();
        notes.removeAll();
        Reminders.reviewWithLink(standings, texts).ifPresent(notes::add);
        Reminders.disuse(standings, texts).ifPresent(notes::add);
        List<Invitation> codes = Attempt.read(() -> people.accounts().openInvitations(context.session()))
                        instanceof Done<List<Invitation>> done
                ? done.value()
                : List.of();
        Reminders.codes(codes, texts, context.zone()).ifPresent(notes::add);
        requests.refresh();
        list.removeAll();
        list.add(new Card(texts.get("admin.accounts.house"), table(texts, standings)));
    }

    private Div table(Texts texts, List<AccessStanding> standings) {
        Element table = new Element("table");
        table.getClassList().add("ob-table");
        table.getClassList().add("ob-people");
        Element head = new Element("tr");
        COLUMNS.stream()
                .map(texts::get)
                .forEach(h -> head.appendChild(new Element("th").setText(h).setAttribute("scope", "col")));
        table.appendChild(new Element("thead").appendChild(head));
        table.appendChild(body(texts, standings));
        Div scroll = new Div();
        scroll.addClassName("ob-scroll");
        scroll.getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", texts.get("admin.accounts.house"))
                .setAttribute("tabindex", "0")
                .appendChild(table);
        return scroll;
    }

    private Element body(Texts texts, List<AccessStanding> standings) {
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
            Optional<AccessStanding> standing = standings.stream()
                    .filter(each -> each.account().id().equals(a.id()))
                    .findFirst();
            row.appendChild(state(a, standing, texts));
            row.appendChild(cell("admin.account.agreement", texts)
                    .appendChild(new Element("div")
                            .appendChild(
                                    line(signature(a, signed)),
                                    line(texts.get("admin.account.training", training(a, trained))))));
            row.appendChild(cell("admin.account.actions", texts)
                    .appendChild(actions.of(a).getElement()));
            body.appendChild(row);
        });
        return body;
    }

    /** Open or why not, and when it was used last. */
    private static Element state(AccountInfo account, Optional<AccessStanding> standing, Texts texts) {
        Element cell = cell("admin.account.state", texts);
        Element lines = new Element("div")
                .appendChild(standing.filter(each -> !account.enabled())
                        .map(each -> AccountState.closed(each, texts))
                        .orElseGet(() -> AccountState.of(account, texts)));
        standing.ifPresent(each -> {
            lines.appendChild(day(texts.get("admin.account.last-used.on", Reminders.day(each.lastUsed(), texts))));
            if (each.closesSoon()) {
                lines.appendChild(day(texts.get("admin.account.closes", texts.date(each.unusedUntil()))));
            }
        });
        return cell.appendChild(lines);
    }

    /** A cell that says in a narrow window what it is. */
    private static Element cell(String key, Texts texts) {
        return new Element("td").setAttribute("data-label", texts.get(key));
    }

    /** Who signed the agreement last as what, and when; a dash for whoever has not. */
    private String signature(AccountInfo account, List<AcceptanceRecord> signed) {
        return signed.stream()
                .filter(each -> each.account().equals(account.id()))
                .max(Comparator.comparing(AcceptanceRecord::at))
                .map(each -> each.name() + ", " + each.title() + ", " + day(each.at()) + " (" + each.version() + ")")
                .orElse("–");
    }

    private String day(Instant at) {
        return context.texts().date(LocalDate.ofInstant(at, context.zone()));
    }

    /** Not broken within the day. */
    private static Element day(String text) {
        Element line = line(text);
        line.getClassList().add("ob-day");
        return line;
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
                .map(this::day)
                .orElse("–");
    }

    private static Element row(AccountInfo account, Texts texts) {
        String roles = account.roles().stream()
                .sorted()
                .map(r -> texts.get("admin.role." + r.code()))
                .collect(Collectors.joining(", "));
        Element row = new Element("tr");
        row.appendChild(new Element("th").setText(account.username()).setAttribute("scope", "row"));
        Element role = line(roles);
        role.getClassList().add("ob-muted");
        row.appendChild(cell("admin.account.belongs", texts)
                .appendChild(new Element("div")
                        .appendChild(
                                line(texts.get(
                                        "admin.agency." + account.agency().code())),
                                role)));
        return row;
    }
}
