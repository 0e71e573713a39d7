// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.emergency;

import java.time.Instant;
import java.util.List;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.gate.EmergencyGate;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.Written;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;

/** Says once of each emergency access that nobody has reviewed in time: an entry by nobody, which becomes an alert. */
record OverdueReviews(EmergencyGate rules, TenantStore store, SiteStore site, ServiceClock clock) {
    private static final int MOST = 1_000;

    void tell() {
        for (BarnahusRecord house : site.services()) {
            Instant now = clock.now();
            store.read(house.id(), unit -> unit.emergencies(MOST)).stream()
                    .filter(access -> overdue(access, now))
                    .forEach(access -> tell(house.id(), access, now));
        }
    }

    private boolean overdue(EmergencyAccess access, Instant now) {
        return access.review().isEmpty()
                && access.overdueTold().isEmpty()
                && !now.isBefore(rules.reviewDue(access.since()));
    }

    private void tell(ServiceId house, EmergencyAccess access, Instant now) {
        try {
            store.write(house, unit -> {
                unit.update(access.toldOverdue(now));
                return new Written<>(access, List.of(Words.overdue(house, access, now)), List.of());
            });
        } catch (StaleVersionException e) {
            // reviewed at this moment, or ended: looked at again next time
        }
    }
}
