// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openbarnahus.core.service.query.AccessStanding;
import org.openbarnahus.core.service.query.Invitation;
import org.openbarnahus.ui.kit.text.Texts;

/** What a manager is reminded of above a list of accounts. */
final class Reminders {
    private Reminders() {}

    /** That accounts wait to be confirmed; empty when none does. */
    static Optional<Div> review(List<AccessStanding> all, Texts texts) {
        List<AccessStanding> due =
                all.stream().filter(each -> each.review().overdue()).toList();
        return due.stream()
                .map(each -> each.review().until())
                .min(Comparator.naturalOrder())
                .map(first -> note(
                        "review-due",
                        texts.get(
                                due.size() == 1 ? "admin.review.due.one" : "admin.review.due.many",
                                Integer.toString(due.size()),
                                texts.date(first))));
    }

    /** The same, with the way to the page. */
    static Optional<Div> reviewWithLink(List<AccessStanding> all, Texts texts) {
        return review(all, texts).map(note -> {
            note.add(new Anchor(AccessReviewPage.PATH, texts.get("admin.review.go")));
            return note;
        });
    }

    /** Who is closed within a week if nobody signs in, the first one first; empty when nobody is. */
    static Optional<Div> disuse(List<AccessStanding> all, Texts texts) {
        String names = all.stream()
                .filter(AccessStanding::closesSoon)
                .sorted(Comparator.comparing(AccessStanding::unusedUntil))
                .map(each -> each.account().username() + " (" + texts.date(each.unusedUntil()) + ")")
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(note("disuse", texts.get("admin.account.soon", names)));
    }

    /** Who has a one-time code that was not used yet, and until when: afterwards a new one is needed. */
    static Optional<Div> codes(List<Invitation> open, Texts texts, ZoneId zone) {
        String names = open.stream()
                .map(each -> each.username() + " (" + texts.moment(each.expires(), zone) + ")")
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(note("open-codes", texts.get("admin.account.codes", names)));
    }

    private static Div note(String id, String text) {
        Div note = new Div(new Span(text));
        note.addClassName("ob-gap");
        note.setId(id);
        return note;
    }

    /** A day as the tables of this page show it. */
    static String day(Optional<LocalDate> day, Texts texts) {
        return day.map(texts::date).orElseGet(() -> texts.get("admin.account.never"));
    }
}
