// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.emergency;

import java.time.Duration;
import org.openbarnahus.core.service.gate.EmergencyGate;
import org.openbarnahus.core.service.store.Rounds;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Lets {@link OverdueReviews} look every quarter of an hour, the first time soon after the start. */
@Component(service = OverdueClock.class, immediate = true)
public final class OverdueClock {
    private final Rounds.Running running;

    @Activate
    public OverdueClock(
            @Reference EmergencyGate rules,
            @Reference TenantStore store,
            @Reference SiteStore site,
            @Reference TimeSource time,
            @Reference Rounds rounds) {
        OverdueReviews reviews = new OverdueReviews(rules, store, site, new ServiceClock(time, site));
        running = rounds.every("overdue-reviews", Duration.ofSeconds(30), Duration.ofMinutes(15), reviews::tell);
    }

    @Deactivate
    void stop() {
        running.close();
    }
}
