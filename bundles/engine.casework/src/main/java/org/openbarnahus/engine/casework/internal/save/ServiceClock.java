// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;

/** Now, and today by the calendar that a house lives by. */
public final class ServiceClock {
    private final TimeSource time;
    private final SiteStore site;
    /** A house never moves to another zone, so one look-up per house is enough. */
    private final Map<ServiceId, ZoneId> zones = new ConcurrentHashMap<>();

    public ServiceClock(TimeSource time, SiteStore site) {
        this.time = time;
        this.site = site;
    }

    /** To the microsecond, which is what the databases keep: a repeated answer equals the first. */
    public Instant now() {
        return time.now().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today(ServiceId service) {
        return time.today(zone(service));
    }

    private ZoneId zone(ServiceId service) {
        ZoneId known = zones.get(service);
        if (known != null) {
            return known;
        }
        return site.service(service)
                .map(record -> zones.computeIfAbsent(service, id -> ZoneId.of(record.zone())))
                .orElse(ZoneOffset.UTC);
    }
}
