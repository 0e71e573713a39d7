// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.Rounds;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rounds by the machine's own clock that only counts, so that a changed wall clock moves none. */
@Component
public final class TimerRounds implements Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(TimerRounds.class);

    @Override
    public Running every(String name, Duration first, Duration pause, Runnable work) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("openbarnahus-" + name).daemon().factory());
        thread.scheduleWithFixedDelay(
                () -> round(name, work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return thread::shutdownNow;
    }

    /** An exception that left this would end the rounds for good; its message may quote a row. */
    private static void round(String name, Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailableException e) {
            LOG.debug("{}: the database does not answer; the next round tries again", name);
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "{}: a round has failed with {}; the next one tries again",
                    name,
                    e.getClass().getName());
        }
    }
}
