// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.model.outcome.Outcome.Refused;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.service.query.CaseDetails;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.EmptyState;
import org.openbarnahus.ui.kit.widget.PageHeader;
import org.openbarnahus.ui.kit.widget.ReadingOn;

/** One case: its limits, its values, its timeline. */
@StyleSheet(CasesResources.STYLE)
final class CaseView extends Div
        implements LiveView, BeforeEnterObserver, AfterNavigationObserver, BeforeLeaveObserver {
    private static final String OLDEST = "oldest";

    private final transient CaseDesk desk;
    private final transient ViewContext context;
    private final PageHeader header = new PageHeader("");
    private final Div content = new Div();
    private final DeadlinePanel deadlines = new DeadlinePanel();
    private final Div columns = new Div();
    private final Div banner = new Div();
    private transient @Nullable CaseId id;
    private @Nullable ValuesPanel values;
    private @Nullable TimelinePanel timeline;
    private @Nullable TeamPanel team;
    private boolean oldestFirst;

    CaseView(CaseDesk desk, ViewContext context) {
        this.desk = desk;
        this.context = context;
        addClassName("ob-page");
        columns.addClassName("ob-two");
        add(header, banner, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String text = event.getRouteParameters().get("caseId").orElse("");
        CaseId wanted = parse(text).orElseThrow(NotFoundException::new);
        if (!wanted.equals(id)) {
            id = wanted;
            content.removeAll();
            ValuesPanel left = new ValuesPanel(desk, context, this::refresh);
            TimelinePanel right = new TimelinePanel(desk, context, wanted, this::refresh, this::turn);
            values = left;
            timeline = right;
            Div main = new Div(right, left);
            main.addClassName("ob-stack");
            TeamPanel people = new TeamPanel(desk, context, wanted);
            team = people;
            Div side = new Div(deadlines, people);
            side.addClassName("ob-stack");
            columns.removeAll();
            columns.add(main, side);
        }
    }

    private static Optional<CaseId> parse(String text) {
        try {
            return Optional.of(new CaseId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        oldestFirst = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("timeline")
                .filter(OLDEST::equals)
                .isPresent();
        refresh();
    }

    private void turn() {
        context.navigate("cases/" + id, Map.of("timeline", oldestFirst ? "" : OLDEST));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        boolean same = event.getLocation().getPath().equals("cases/" + id);
        if (!same && dirty()) {
            LeaveGuard.ask(context.texts(), event);
        }
    }

    private boolean dirty() {
        return (values != null && values.dirty()) || (timeline != null && timeline.dirty());
    }

    @Override
    public void refresh() {
        Optional<SchemaSnapshot> schema = desk.schema(context.session());
        CaseId wanted = id;
        if (wanted == null) {
            return;
        }
        if (schema.isEmpty()) {
            content.removeAll();
            content.add(NoCountry.page(context.texts()));
            return;
        }
        Outcome<CaseDetails> outcome = desk.cases()
                .map(c -> Attempt.read(() -> c.find(context.session(), wanted)))
                .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NO_COUNTRY_PACK)));
        switch (outcome) {
            case Done<CaseDetails> done -> show(done.value(), schema.get());
            case Refused<CaseDetails> refused -> trouble(refused.problems());
        }
    }

    private void trouble(List<Problem> problems) {
        Texts texts = context.texts();
        String message = ErrorTexts.message(problems.getFirst(), texts.locale());
        header.setTitle(texts.get("cases.case"));
        banner.removeAll();
        content.removeAll();
        if (ReadingOn.asked(problems)) {
            content.add(ReadingOn.page(texts, "/cases/" + id));
            return;
        }
        content.add(new EmptyState(
                "vaadin:folder-remove",
                texts.get("case.not-shown"),
                message,
                new Anchor("cases", texts.get("case.back"))));
    }

    private void show(CaseDetails details, SchemaSnapshot schema) {
        Texts texts = context.texts();
        header.setTitle(details.file().number().value());
        List<Component> beside = new ArrayList<>();
        beside.add(new StateBadge(texts, details.file().state().code()));
        header.beside(beside.toArray(Component[]::new));
        header.actions(desk.actions(context.session(), details.file()).stream()
                .map(a -> a.button(context, details.file()))
                .toArray(Component[]::new));
        if (!columns.getParent().equals(Optional.of(content))) {
            content.removeAll();
            content.add(columns);
        }
        banner.removeAll();
        banner.add(
                EmergencyBanner.of(desk, context, details.file().id()),
                HoldBanner.of(desk, context, details.file().id()));
        deadlines.show(details.verdicts(), schema, texts, context.today());
        if (values != null && timeline != null) {
            values.show(details.file(), schema);
            timeline.show(details, schema, oldestFirst);
        }
        if (team != null) {
            team.show();
        }
    }
}
