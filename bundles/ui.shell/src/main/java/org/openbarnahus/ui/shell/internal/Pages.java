// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.UI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SchemaListener;
import org.openbarnahus.core.service.SessionListener;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The layouts that are open in browsers. Services come and go in bursts and on threads that hold locks of their own, so one
 * thread of ours redraws, once per burst.
 */
@Component(service = {OpenPages.class, SchemaListener.class, SessionListener.class, Pages.class})
public final class Pages implements OpenPages, SchemaListener, SessionListener {
    private static final long BURST_MILLIS = 250;
    /** A page left open learns within so many seconds that its session has ended by itself. */
    private static final long LOOK_SECONDS = 20;

    private final Set<MainLayout> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("openbarnahus-pages").daemon().factory());

    @Activate
    public Pages() {
        var unused = thread.scheduleWithFixedDelay(this::leaveEnded, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    void opened(MainLayout layout) {
        open.add(layout);
    }

    void closed(MainLayout layout) {
        open.remove(layout);
    }

    @Override
    public void schemaChanged(String country) {
        refresh();
    }

    @Override
    public void packsChanged() {
        refresh();
    }

    @Override
    public void refresh() {
        if (!thread.isShutdown() && due.compareAndSet(false, true)) {
            thread.schedule(this::refreshNow, BURST_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void refresh(Predicate<Session> whose) {
        if (!thread.isShutdown()) {
            thread.execute(() -> redraw(whose));
        }
    }

    @Override
    public void sessionsEnded() {
        if (!thread.isShutdown()) {
            thread.execute(this::leaveEnded);
        }
    }

    /** Pages whose session is over go to sign-in, which says why. One that fails must not keep the others, or the next look. */
    private void leaveEnded() {
        for (MainLayout layout : open) {
            try {
                leaveIfEnded(layout);
            } catch (RuntimeException e) {
                Trouble.log(e);
            }
        }
    }

    private static void leaveIfEnded(MainLayout layout) {
        if (!layout.alive()) {
            layout.getUI().filter(UI::isAttached).ifPresent(ui -> {
                var unused = ui.access(layout::refresh);
            });
        }
    }

    private void refreshNow() {
        due.set(false);
        redraw(session -> true);
    }

    private void redraw(Predicate<Session> whose) {
        for (MainLayout layout : open) {
            if (!whose.test(layout.session())) {
                continue;
            }
            layout.getUI().filter(UI::isAttached).ifPresent(ui -> {
                var unused = ui.access(layout::refresh);
            });
        }
    }
}
