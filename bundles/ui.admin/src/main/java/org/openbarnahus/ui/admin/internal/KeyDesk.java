// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.service.HouseKeyService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.query.KeyState;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Notices;

/** The services behind the page of keys. */
record KeyDesk(HouseKeyService service, SessionService sessions, OpenPages pages) {
    /** Asks for a fresh second factor first where that is wanted; whoever looks at the page sees what came of it. */
    void renew(ViewContext context) {
        Attempt.run(
                () -> service.renew(context.session()),
                (Done<KeyState> done) -> {
                    Notices.done(context.texts().get("admin.keys.begun"));
                    pages.refresh(session -> session.actor()
                                    .service()
                                    .equals(context.session().actor().service())
                            && Seconds.among(session));
                },
                problems -> {
                    if (!StepUpDialog.asks(problems, context, sessions, () -> renew(context))) {
                        Notices.failed(context.texts(), ErrorTexts.message(problems.getFirst(), context.locale()));
                    }
                });
    }
}
