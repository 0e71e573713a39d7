// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.service.command.ChangeMember;
import org.openbarnahus.core.service.query.CaseTeam;
import org.openbarnahus.core.service.query.Colleague;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;

/** Who works with the case, and for whoever runs it: adding people and taking them off. */
final class TeamPanel extends Div {
    private final transient CaseDesk desk;
    private final transient ViewContext context;
    private final transient CaseId caseId;
    private final Card card = new Card("");
    private final UnorderedList list = new UnorderedList();
    private final @Nullable NewColleague form;
    private long version;

    TeamPanel(CaseDesk desk, ViewContext context, CaseId caseId) {
        this.desk = desk;
        this.context = context;
        this.caseId = caseId;
        list.addClassName("ob-team");
        card.setId("team");
        card.add(list);
        NewColleague adding = Staff.runsCases(context.session()) ? new NewColleague(this::put) : null;
        form = adding;
        if (adding != null) {
            card.add(adding);
        }
        add(card);
    }

    /** As it is now. */
    void show() {
        Texts texts = context.texts();
        card.setTitle(texts.get("team.title"));
        desk.members()
                .ifPresent(service -> Attempt.show(
                        () -> service.members(context.session(), caseId),
                        done -> draw(done.value()),
                        this::cannotShow));
        if (form != null) {
            desk.members()
                    .ifPresent(service -> Attempt.show(
                            () -> service.candidates(context.session()),
                            done -> form.draw(texts, done.value(), context.today()),
                            this::cannotShow));
        }
    }

    private void cannotShow(List<Problem> problems) {
        list.removeAll();
        list.add(muted(ErrorTexts.message(problems.getFirst(), context.texts().locale())));
    }

    private void draw(CaseTeam team) {
        version = team.version();
        list.removeAll();
        team.members().forEach(m -> list.add(line(m)));
        if (team.members().isEmpty()) {
            list.add(muted(context.texts().get("team.none")));
        }
    }

    private static ListItem muted(String text) {
        Paragraph words = new Paragraph(text);
        words.addClassName("ob-muted");
        return new ListItem(words);
    }

    private ListItem line(Colleague member) {
        Texts texts = context.texts();
        Span name = new Span(member.username());
        name.addClassName("ob-team-name");
        Span more = new Span(agency(texts, member.agency()) + " \u00b7 " + until(texts, member));
        more.addClassName("ob-muted");
        Div words = new Div(name, more);
        words.addClassName("ob-team-words");
        ListItem item = new ListItem(words);
        item.getElement().setAttribute("data-member", member.username());
        if (form != null) {
            Button off = new Button(VaadinIcon.CLOSE_SMALL.create(), e -> takeOff(member));
            off.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            off.setAriaLabel(texts.get("team.off", member.username()));
            off.setTooltipText(texts.get("team.off", member.username()));
            item.add(off);
        }
        return item;
    }

    private static String until(Texts texts, Colleague member) {
        String words = member.lastDay()
                .map(day -> texts.get("team.until.day", texts.date(day)))
                .orElseGet(() -> texts.get("team.until.closed"));
        return member.byUpdate() ? words + " \u00b7 " + texts.get("team.by-update") : words;
    }

    static String agency(Texts texts, Agency agency) {
        return texts.get("agency." + agency.name().toLowerCase(Locale.ROOT));
    }

    private void put(String username, Optional<LocalDate> lastDay) {
        change(new ChangeMember(caseId, version, username, lastDay, false), team -> {
            if (form != null) {
                form.clear();
            }
            Notices.done(context.texts().get("team.added", username));
        });
    }

    /** Takes effect at once; who was taken off by mistake is back with one click. */
    private void takeOff(Colleague member) {
        String username = member.username();
        change(
                new ChangeMember(caseId, version, username, Optional.empty(), true),
                team -> Notices.undoable(
                        context.texts(),
                        context.texts().get("team.gone", username),
                        () -> change(
                                new ChangeMember(caseId, team.version(), username, member.lastDay(), false),
                                again -> {})));
    }

    private void change(ChangeMember command, Consumer<CaseTeam> then) {
        desk.members()
                .ifPresent(service -> Attempt.run(
                        () -> service.change(context.session(), command),
                        done -> {
                            draw(done.value());
                            then.accept(done.value());
                        },
                        problems -> {
                            Notices.refused(context.texts(), problems);
                            show();
                        }));
    }
}
