// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.retention;

import java.time.Duration;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.store.RetentionStore;
import org.openbarnahus.core.service.store.Rounds;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Lets {@link DueCases} look four times a day, so that no night is missed; the first time when the start is over. */
@Component(service = RetentionClock.class, immediate = true)
public final class RetentionClock {
    private final Rounds.Running running;

    @Activate
    public RetentionClock(
            @Reference SchemaGate schema,
            @Reference TenantStore cases,
            @Reference RetentionStore store,
            @Reference SiteStore site,
            @Reference TimeSource time,
            @Reference Rounds rounds) {
        DueCases due = new DueCases(schema, cases, store, site, new ServiceClock(time, site));
        running = rounds.every("retention", Duration.ofMinutes(5), Duration.ofHours(6), due::all);
    }

    @Deactivate
    void stop() {
        running.close();
    }
}
