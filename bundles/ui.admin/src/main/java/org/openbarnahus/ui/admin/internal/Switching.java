// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.PluginService;
import org.openbarnahus.core.service.query.PluginInfo;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Switches plugins on a thread of its own, so that pages stay usable; every open page sees what is under way. */
@Component(service = Switching.class)
public final class Switching {
    private static final Logger LOG = LoggerFactory.getLogger(Switching.class);

    private final PluginService plugins;
    private final OpenPages pages;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("openbarnahus-switching").daemon().factory());

    @Activate
    public Switching(@Reference PluginService plugins, @Reference OpenPages pages) {
        this.plugins = plugins;
        this.pages = pages;
    }

    /** What was begun is finished: a plugin half switched would be worse than a late stop. */
    @Deactivate
    void stop() {
        thread.shutdown();
    }

    boolean underWay(String plugin) {
        return underWay.contains(plugin);
    }

    /**
     * Begins to switch and comes back at once.
     *
     * @param ended gets the outcome, on another thread
     * @return false when this plugin is being switched already: nothing is begun then
     */
    boolean begin(Session session, String plugin, boolean on, Consumer<Outcome<PluginInfo>> ended) {
        if (!underWay.add(plugin)) {
            return false;
        }
        thread.execute(() -> {
            Outcome<PluginInfo> outcome = outcome(session, plugin, on);
            underWay.remove(plugin);
            ended.accept(outcome);
            pages.refresh();
        });
        pages.refresh();
        return true;
    }

    private Outcome<PluginInfo> outcome(Session session, String plugin, boolean on) {
        try {
            return Attempt.outcome(() -> plugins.switchTo(session, plugin, on));
        } catch (RuntimeException e) {
            // without this the page would wait for ever: the thread has nobody else to tell
            LOG.error("Switching {} failed", plugin, e);
            return Outcome.refused(Problem.at(ErrorCode.PLUGIN_FAILED, "", "detail", plugin));
        }
    }
}
