// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.emergency;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.gate.EmergencyGate;
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

/** Lets {@link OverdueReviews} look every quarter of an hour, the first time soon after the start. */
@Component(service = OverdueClock.class, immediate = true)
public final class OverdueClock {
    private static final Logger LOG = LoggerFactory.getLogger(OverdueClock.class);
    private static final long FIRST_SECONDS = 30;
    private static final long EVERY_SECONDS = 900;

    private final OverdueReviews reviews;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("openbarnahus-overdue").daemon().factory());

    @Activate
    public OverdueClock(
            @Reference EmergencyGate rules,
            @Reference TenantStore store,
            @Reference SiteStore site,
            @Reference TimeSource time) {
        this.reviews = new OverdueReviews(rules, store, site, new ServiceClock(time, site));
        worker.scheduleWithFixedDelay(this::look, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
    }

    /** An exception that left this would end the looking for good. */
    private void look() {
        try {
            reviews.tell();
        } catch (StoreUnavailableException e) {
            LOG.debug("the database does not answer: emergency accesses are looked at again later");
        } catch (RuntimeException e) {
            LOG.error("emergency accesses without a review could not be told", e);
        }
    }
}
