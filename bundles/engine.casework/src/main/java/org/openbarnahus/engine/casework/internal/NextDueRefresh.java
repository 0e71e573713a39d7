// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.service.SchemaListener;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.casework.internal.save.NextDueBatch;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When the law of a country changes, works out anew, in the background, what is due next in its open cases. */
@Component(service = SchemaListener.class, immediate = true)
public final class NextDueRefresh implements SchemaListener {
    private static final Logger LOG = LoggerFactory.getLogger(NextDueRefresh.class);

    /** A plugin's pack and its rules in Java come one after the other; judging in between would write everything twice. */
    private static final long SETTLE_SECONDS = 20;

    private final SchemaGate schema;
    private final SiteStore site;
    private final NextDueBatch batch;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("openbarnahus-next-due").daemon().unstarted(work));

    @Activate
    public NextDueRefresh(
            @Reference SchemaGate schema,
            @Reference RuleGate rules,
            @Reference TenantStore store,
            @Reference SiteStore site,
            @Reference TimeSource time) {
        this.schema = schema;
        this.site = site;
        this.batch = new NextDueBatch(rules, store, new ServiceClock(time, site));
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
    }

    @Override
    public void schemaChanged(String country) {
        // several changes while one waits are one change
        if (waiting.add(country) && !worker.isShutdown()) {
            worker.schedule(() -> refresh(country), SETTLE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Does it now, on the caller's thread. */
    void refresh(String country) {
        waiting.remove(country);
        try {
            schema.newest(country).ifPresent(law -> houses(country, law));
        } catch (RuntimeException e) {
            // the next save of each case works it out again
            LOG.warn(
                    "limits of open cases were not worked out anew: {}",
                    e.getClass().getSimpleName());
        }
    }

    private void houses(String country, SchemaSnapshot law) {
        for (BarnahusRecord house : site.services()) {
            if (house.country().equals(country)) {
                batch.refresh(house.id(), law);
            }
        }
    }
}
