// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.Ask;

/** Asks before what was typed is given up. */
final class LeaveGuard {
    private LeaveGuard() {}

    static void ask(Texts texts, BeforeLeaveEvent event) {
        ContinueNavigationAction go = event.postpone();
        Ask.first(texts, texts.get("leave.title"), texts.get("leave.text"), texts.get("leave.yes"), go::proceed);
    }

    /**
     * @param givenUp runs when the answer is to leave
     */
    static void ask(Texts texts, BeforeLeaveEvent event, Runnable givenUp) {
        ContinueNavigationAction go = event.postpone();
        Ask.first(texts, texts.get("leave.title"), texts.get("leave.text"), texts.get("leave.yes"), () -> {
            givenUp.run();
            go.proceed();
        });
    }
}
