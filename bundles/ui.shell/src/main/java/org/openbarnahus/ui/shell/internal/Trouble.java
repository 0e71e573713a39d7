// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.ui.kit.text.TextCatalog;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.EmptyState;
import org.openbarnahus.ui.kit.widget.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bugs and outages met while somebody works: said in the page, logged without what an exception's message might carry. One for
 * each session.
 */
final class Trouble implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final int FRAMES = 25;

    private final transient TextCatalog catalog;
    private final transient LogBudget budget;

    Trouble(TextCatalog catalog) {
        this(catalog, new LogBudget(System::nanoTime));
    }

    Trouble(TextCatalog catalog, LogBudget budget) {
        this.catalog = catalog;
        this.budget = budget;
    }

    /** Gives back the page's title. */
    static String show(Div view, Texts texts, String key) {
        view.removeAll();
        view.addClassName("ob-main");
        Anchor home = new Anchor("/", texts.get("shell.home"));
        view.add(new EmptyState("vaadin:question-circle-o", texts.get(key), texts.get(key + ".help"), home));
        return texts.get(key) + " · OpenBarnahus";
    }

    static void log(Throwable error) {
        String where = Arrays.stream(error.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n\tat "));
        LOG.error("A page failed: {}\n\tat {}", error.getClass().getName(), where);
    }

    @Override
    public void error(ErrorEvent event) {
        boolean store = causedByStore(event.getThrowable());
        if (!store) {
            budget.spend(LOG, () -> log(root(event.getThrowable())));
        }
        UI ui = UI.getCurrent();
        if (ui != null) {
            Texts texts = catalog.in(ui.getLocale());
            Notices.failed(texts, texts.get(store ? "shell.store.help" : "shell.error.help"));
        }
    }

    private static boolean causedByStore(Throwable error) {
        return root(error) instanceof StoreUnavailableException
                || error instanceof StoreUnavailableException
                || error.getCause() instanceof StoreUnavailableException;
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
