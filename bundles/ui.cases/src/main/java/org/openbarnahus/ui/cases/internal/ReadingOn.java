// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.EmptyState;

/** Whoever has read very much within an hour confirms with the second factor, and comes back to where (s)he was. */
final class ReadingOn {
    private ReadingOn() {}

    static boolean asked(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.code() == ErrorCode.STEP_UP_REQUIRED);
    }

    static Component page(Texts texts, String path) {
        return new EmptyState(
                "vaadin:shield", texts.get("cases.reading-on"), texts.get("cases.reading-on.help"), way(texts, path));
    }

    static Anchor way(Texts texts, String path) {
        Anchor way = new Anchor("/step-up?to=" + path, texts.get("cases.reading-on.confirm"));
        way.setRouterIgnore(true);
        way.setId("reading-on");
        return way;
    }
}
