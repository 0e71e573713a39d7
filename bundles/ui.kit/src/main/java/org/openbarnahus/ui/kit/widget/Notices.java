// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.widget;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.List;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;

/** Short messages at the foot of the window. */
public final class Notices {
    private static final int SHORT = 4_000;
    private static final int LONG = 10_000;

    private Notices() {}

    /** Says that something was done. */
    public static void done(String message) {
        Notification notice = new Notification(message, SHORT, Position.BOTTOM_START);
        notice.addThemeVariants(NotificationVariant.LUMO_CONTRAST);
        notice.open();
    }

    /** Says that something was done and can be taken back for ten seconds. */
    public static void undoable(Texts texts, String message, Runnable undo) {
        Notification notice = new Notification();
        Button back = new Button(texts.get("kit.undo"), e -> {
            notice.close();
            undo.run();
        });
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div line = new Div(new Span(message), back);
        line.addClassName("ob-notice-line");
        notice.add(line);
        notice.setDuration(LONG);
        notice.setPosition(Position.BOTTOM_START);
        notice.addThemeVariants(NotificationVariant.LUMO_CONTRAST);
        notice.open();
    }

    /** Says why something was not done; stays until closed. */
    public static void refused(Texts texts, List<Problem> problems) {
        problems.stream()
                .map(p -> ErrorTexts.message(p, texts.locale()))
                .distinct()
                .limit(3)
                .forEach(m -> failed(texts, m));
    }

    /** Says that something went wrong; stays until closed, and is read out at once. */
    public static void failed(Texts texts, String message) {
        Notification notice = new Notification();
        Button close = new Button(texts.get("kit.close"), e -> notice.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div line = new Div(new Span(message), close);
        line.addClassName("ob-notice-line");
        notice.add(line);
        notice.setDuration(0);
        notice.setPosition(Position.BOTTOM_START);
        notice.setAssertive(true);
        notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notice.open();
    }
}
