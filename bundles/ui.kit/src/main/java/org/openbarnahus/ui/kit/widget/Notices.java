// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.widget;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;

/** Short messages at the foot of the window; the oldest makes room when there are too many to read. */
public final class Notices {
    static final int MOST = 5;
    private static final int SHORT = 4_000;
    private static final int LONG = 10_000;

    /** Of a window: a page that says it has closed one need not be believed. */
    private record Shown(Deque<Notification> notices) {}

    private Notices() {}

    /** Says that something was done. */
    public static void done(String message) {
        Notification notice = new Notification(message, SHORT, Position.BOTTOM_START);
        notice.addThemeVariants(NotificationVariant.LUMO_CONTRAST);
        show(notice);
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
        show(notice);
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
        show(notice);
    }

    private static void show(Notification notice) {
        notice.open();
        UI ui = UI.getCurrentOrThrow();
        Shown shown = ComponentUtil.getData(ui, Shown.class);
        if (shown == null) {
            shown = new Shown(new ArrayDeque<>());
            ComponentUtil.setData(ui, Shown.class, shown);
        }
        shown.notices().removeIf(each -> !each.isOpened());
        shown.notices().add(notice);
        while (shown.notices().size() > MOST) {
            Notification oldest = shown.notices().remove();
            oldest.close();
            oldest.removeFromParent();
        }
    }
}
