// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;
import org.openbarnahus.core.service.store.Rounds;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Lets {@link Closing} look every quarter of an hour, the first time soon after the start. */
@Component(service = ClosingClock.class, immediate = true)
public final class ClosingClock {
    private final Rounds.Running running;

    @Activate
    public ClosingClock(@Reference Closing closing, @Reference Rounds rounds) {
        running = rounds.every("closing-accounts", Duration.ofSeconds(20), Duration.ofMinutes(15), closing::all);
    }

    @Deactivate
    void stop() {
        running.close();
    }
}
