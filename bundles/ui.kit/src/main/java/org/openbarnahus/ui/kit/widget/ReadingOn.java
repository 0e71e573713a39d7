// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.widget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.ui.kit.text.Texts;

/** Whoever has read very much within an hour confirms with the second factor, and comes back to where (s)he was. */
public final class ReadingOn {
    private ReadingOn() {}

    public static boolean asked(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.code() == ErrorCode.STEP_UP_REQUIRED);
    }

    /**
     * @param path where to come back to, with its query
     */
    public static Component page(Texts texts, String path) {
        return new EmptyState(
                "vaadin:shield", texts.get("kit.reading-on"), texts.get("kit.reading-on.help"), way(texts, path));
    }

    public static Anchor way(Texts texts, String path) {
        Anchor way = new Anchor(
                "/step-up?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8), texts.get("kit.reading-on.confirm"));
        way.setRouterIgnore(true);
        way.setId("reading-on");
        return way;
    }
}
