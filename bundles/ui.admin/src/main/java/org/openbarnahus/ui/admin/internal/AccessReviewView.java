// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.AccessReviewService;
import org.openbarnahus.core.service.AccountService;
import org.openbarnahus.core.service.AgreementService;
import org.openbarnahus.core.service.query.AccessStanding;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.PageHeader;

/** Who has access to this house, and a click to confirm or to remove it; several at once by ticking them. */
@StyleSheet("context://admin-ui/admin.css")
final class AccessReviewView extends Div implements LiveView {
    private final transient ViewContext context;
    private final transient AccessReviewService reviews;
    private final transient AccountService accounts;
    private final transient AgreementService agreements;
    private final transient Runnable changed;
    private final transient Set<String> chosen = new TreeSet<>();
    private transient List<AccessStanding> shown = List.of();
    private final PageHeader header = new PageHeader("");
    private final Paragraph help = new Paragraph();
    private final Div notes = new Div();
    private final Div bar = new Div();
    private final Div list = new Div();
    private final Button confirm = new Button("", e -> confirm(Set.copyOf(chosen)));
    private final Button remove = new Button("", e -> remove(Set.copyOf(chosen)));
    private final Button all = new Button("", e -> chooseAll());

    AccessReviewView(
            ViewContext context,
            AccessReviewService reviews,
            AccountService accounts,
            AgreementService agreements,
            Runnable changed) {
        this.context = context;
        this.reviews = reviews;
        this.accounts = accounts;
        this.agreements = agreements;
        this.changed = changed;
        addClassName("ob-page");
        help.addClassNames("ob-muted", "ob-small");
        notes.addClassName("ob-gaps");
        bar.addClassName("ob-review-bar");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setId("confirm-chosen");
        remove.setId("remove-chosen");
        all.setId("choose-all");
        bar.add(all, confirm, remove);
        add(header, help, notes, bar, list);
        refresh();
    }

    @Override
    public void refresh() {
        Texts texts = context.texts();
        header.setTitle(texts.get("admin.review.title"));
        help.setText(texts.get("admin.review.help"));
        Attempt.show(
                () -> reviews.ofTheHouse(context.session()),
                done -> show(done.value(), texts),
                problems -> Notices.refused(texts, problems));
    }

    private void show(List<AccessStanding> standings, Texts texts) {
        shown = standings.stream()
                .sorted(Comparator.comparing(
                                (AccessStanding each) -> !each.review().overdue())
                        .thenComparing(each -> !each.account().enabled())
                        .thenComparing(each -> each.account().username()))
                .toList();
        List<AcceptanceRecord> signed = Attempt.read(() -> agreements.ofTheHouse(context.session()))
                        instanceof Done<List<AcceptanceRecord>> done
                ? done.value()
                : List.of();
        notes.removeAll();
        Reminders.review(shown, texts).ifPresent(notes::add);
        Reminders.disuse(shown, texts).ifPresent(notes::add);
        list.removeAll();
        ReviewTable table = new ReviewTable(
                texts,
                context.session().actor().user(),
                chosen,
                this::count,
                new ReviewTable.Acts(this::confirm, this::remove));
        list.add(new Card(texts.get("admin.accounts.house"), table.of(shown, signed)));
        count();
    }

    private void count() {
        Texts texts = context.texts();
        String number = Integer.toString(chosen.size());
        boolean due = shown.stream().anyMatch(each -> each.review().overdue());
        all.setText(texts.get(due ? "admin.review.choose-due" : "admin.review.choose-all"));
        confirm.setText(texts.get("admin.review.confirm-chosen", number));
        remove.setText(texts.get("admin.review.remove-chosen", number));
        confirm.setEnabled(!chosen.isEmpty());
        remove.setEnabled(!chosen.isEmpty());
    }

    /** All that are due; when none is, all there are. */
    private void chooseAll() {
        boolean due = shown.stream().anyMatch(each -> each.review().overdue());
        shown.stream()
                .filter(each -> each.review().mayConfirm())
                .filter(each -> !due || each.review().overdue())
                .forEach(each -> chosen.add(each.account().username()));
        show(shown, context.texts());
    }

    private void confirm(Set<String> names) {
        Attempt.run(
                () -> reviews.confirm(context.session(), names),
                done -> done("admin.review.done.confirmed", names),
                this::refused);
    }

    /** Each by itself: the one that is refused holds up no other. */
    private void remove(Set<String> names) {
        List<Problem> problems = new ArrayList<>();
        Set<String> removed = new TreeSet<>();
        for (String name : new TreeSet<>(names)) {
            Attempt.run(() -> accounts.close(context.session(), name), done -> removed.add(name), problems::addAll);
        }
        if (!problems.isEmpty()) {
            Notices.refused(context.texts(), problems);
        }
        if (!removed.isEmpty()) {
            done("admin.review.done.removed", removed);
        }
    }

    private void done(String key, Set<String> names) {
        chosen.removeAll(names);
        Notices.done(context.texts().get(key, String.join(", ", new TreeSet<>(names))));
        refresh();
        changed.run();
    }

    private void refused(List<Problem> problems) {
        Notices.refused(context.texts(), problems);
        refresh();
    }
}
