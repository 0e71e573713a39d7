// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseErasureService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.query.ErasureReason;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Notices;

/** What the parts of the page of erasures share. */
record ErasureDesk(CaseErasureService service, SessionService sessions, OpenPages pages) {
    /** Does it, asking for a fresh second factor first where that is wanted. */
    <T> void run(ViewContext context, Supplier<Outcome<T>> work, Consumer<Done<T>> done) {
        Attempt.run(work, done, problems -> {
            if (!StepUpDialog.asks(problems, context, sessions, () -> run(context, work, done))) {
                Notices.failed(context.texts(), ErrorTexts.message(problems.getFirst(), context.locale()));
            }
        });
    }

    /** The open pages and menus of all in this house who have to do with it are drawn anew. */
    void changed(Session by) {
        pages.refresh(session -> session.actor().service().equals(by.actor().service()));
    }

    static String reason(ErasureReason reason, Texts texts) {
        return texts.get("admin.erasure.reason." + reason.code());
    }

    static String moment(ViewContext context, Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(context.locale())
                .format(at.atZone(context.zone()));
    }
}
