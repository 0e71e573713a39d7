// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.SchemaListener;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In demo mode (system property {@code openbarnahus.demo=true}), founds the two houses and fills each as soon as the law of
 * its country is there. Idle otherwise. Works on a thread of its own, so that nothing waits for it.
 */
@Component(service = SchemaListener.class, immediate = true)
public final class DemoData implements SchemaListener {
    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final String MODE = "openbarnahus.demo";
    private static final String CASES = "openbarnahus.demo.cases";
    private static final int USUAL = 200;

    private final SchemaGate schema;
    private final SiteStore site;
    private final TimeSource time;
    private final Filling filling;
    private final boolean on = Boolean.getBoolean(MODE);
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("openbarnahus-demo").daemon().unstarted(work));

    @Activate
    public DemoData(
            @Reference SchemaGate schema,
            @Reference PrivacyGate privacy,
            @Reference RuleGate rules,
            @Reference TenantStore store,
            @Reference SiteStore site,
            @Reference TimeSource time) {
        this.schema = schema;
        this.site = site;
        this.time = time;
        this.filling = new Filling(schema, privacy, rules, store, new ServiceClock(time, site));
        if (on) {
            worker.execute(() -> quietly(this::found));
            for (DemoHouse house : DemoHouse.values()) {
                schemaChanged(house.record().country());
            }
        }
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
    }

    @Override
    public void schemaChanged(String country) {
        if (on && !worker.isShutdown()) {
            DemoHouse.ofCountry(country).forEach(house -> worker.execute(() -> quietly(() -> fill(house))));
        }
    }

    private void found() {
        for (DemoHouse house : DemoHouse.values()) {
            BarnahusRecord record = house.record();
            if (site.service(record.id()).isEmpty()) {
                insert(record);
            }
        }
    }

    /** Who writes the demo accounts founds the houses too; either may be first. */
    private void insert(BarnahusRecord record) {
        AuditEntry audit = new AuditEntry(
                time.now(),
                Optional.of(record.id()),
                Optional.empty(),
                "demo",
                Purpose.ADMINISTRATION,
                AuditEntry.Action.CREATE,
                "service",
                record.id().toString(),
                AuditEntry.Result.DONE,
                Set.of(),
                record.code());
        try {
            site.insert(record, audit);
        } catch (RuntimeException e) {
            if (site.service(record.id()).isEmpty()) {
                throw e;
            }
        }
    }

    private void fill(DemoHouse house) {
        schema.newest(house.record().country()).ifPresent(law -> {
            int written = filling.fill(house, law, Integer.getInteger(CASES, USUAL));
            if (written > 0) {
                LOG.info("{}: {} synthetic cases", house.record().code(), written);
            }
        });
    }

    /** Demo data are no reason to stop anything; the store may be closing. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("demo data are not complete: {}", e.getClass().getSimpleName());
        }
    }
}
