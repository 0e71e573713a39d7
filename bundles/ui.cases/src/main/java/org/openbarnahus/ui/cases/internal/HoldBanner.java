// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.service.query.HeldCase;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;

/** Above a case: that a legal hold keeps it from being erased. Why is for those who watch over holds. */
final class HoldBanner extends Div {
    private HoldBanner() {
        addClassName("ob-hold");
        getElement().setAttribute("role", "status");
    }

    /** As it is now; empty where there is none. */
    static HoldBanner of(CaseDesk desk, ViewContext context, CaseId id) {
        HoldBanner banner = new HoldBanner();
        desk.holds().ifPresent(service -> {
            if (Attempt.read(() -> service.ofCase(context.session(), id)) instanceof Done<Optional<HeldCase>> done) {
                done.value()
                        .map(held ->
                                context.texts().get("case.hold", context.texts().date(held.reviewOn())))
                        .ifPresent(text -> banner.add(new Span(text)));
            }
        });
        return banner;
    }
}
