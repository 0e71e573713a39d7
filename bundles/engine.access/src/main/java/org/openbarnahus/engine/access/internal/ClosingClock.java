// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets {@link Closing} look every quarter of an hour, the first time soon after the start. */
@Component(service = ClosingClock.class, immediate = true)
public final class ClosingClock {
    private static final Logger LOG = LoggerFactory.getLogger(ClosingClock.class);
    private static final long FIRST_SECONDS = 20;
    private static final long EVERY_SECONDS = 900;

    private final Closing closing;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("openbarnahus-closing").daemon().factory());

    @Activate
    public ClosingClock(@Reference Closing closing) {
        this.closing = closing;
        worker.scheduleWithFixedDelay(this::look, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
    }

    /** An exception that left this would end the looking for good. */
    private void look() {
        try {
            closing.all();
        } catch (StoreUnavailableException e) {
            LOG.debug("the database does not answer: accounts are looked at again later");
        } catch (RuntimeException e) {
            LOG.error("accounts that have run out could not be closed", e);
        }
    }
}
