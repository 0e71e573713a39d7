// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.service.EmergencyAccessService;
import org.openbarnahus.core.service.query.EmergencyInfo;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Notices;

/** Above a case: whoever uses emergency access is reminded of it, everybody else who works with the case is told. */
final class EmergencyBanner extends Div {
    private static final int MOST = 5;

    private final transient CaseDesk desk;
    private final transient ViewContext context;

    private EmergencyBanner(CaseDesk desk, ViewContext context) {
        this.desk = desk;
        this.context = context;
        addClassName("ob-emergency");
        getElement().setAttribute("role", "status");
    }

    /** As it is now; empty where none was used lately. */
    static EmergencyBanner of(CaseDesk desk, ViewContext context, CaseId id) {
        EmergencyBanner banner = new EmergencyBanner(desk, context);
        desk.emergencies().ifPresent(service -> {
            if (Attempt.read(() -> service.ofCase(context.session(), id)) instanceof Done<List<EmergencyInfo>> done) {
                done.value().stream().limit(MOST).forEach(access -> banner.add(banner.line(service, access)));
            }
        });
        return banner;
    }

    private Div line(EmergencyAccessService service, EmergencyInfo access) {
        Texts texts = context.texts();
        Div line = new Div(new Span(words(texts, access)));
        line.addClassName("ob-emergency-line");
        if (access.time().running()) {
            line.addClassName("ob-emergency-now");
        }
        if (access.mayEnd()) {
            Button end = new Button(texts.get("case.emergency.end"), e -> end(service, access));
            end.addThemeVariants(ButtonVariant.LUMO_SMALL);
            end.setAriaLabel(texts.get("case.emergency.end") + ": " + texts.get("case.emergency"));
            line.add(end);
        }
        return line;
    }

    private String words(Texts texts, EmergencyInfo access) {
        String who = access.person()
                .agency()
                .map(agency -> access.person().username() + " (" + TeamPanel.agency(texts, agency) + ")")
                .orElse(access.person().username());
        String until = moment(access.time().until());
        String due = moment(access.review().due());
        if (access.time().running()) {
            return access.mine()
                    ? texts.get("case.emergency.mine", until, due)
                    : texts.get("case.emergency.others", who, until, due);
        }
        return texts.get("case.emergency.past", who, moment(access.time().since()), until) + " "
                + state(texts, access.review(), due);
    }

    private static String state(Texts texts, EmergencyInfo.Review review, String due) {
        return review.verdict()
                .map(found -> texts.get(found.justified() ? "case.emergency.justified" : "case.emergency.unjustified"))
                .orElseGet(() -> review.overdue()
                        ? texts.get("case.emergency.overdue")
                        : texts.get("case.emergency.waits", due));
    }

    private String moment(Instant at) {
        return context.texts().moment(at, context.zone());
    }

    private void end(EmergencyAccessService service, EmergencyInfo access) {
        Attempt.run(
                () -> service.end(context.session(), access.id(), access.version()),
                done -> {
                    Notices.done(context.texts().get("case.emergency.ended"));
                    desk.changed(context.session());
                },
                problems -> {
                    Notices.refused(context.texts(), problems);
                    desk.changed(context.session());
                });
    }
}
