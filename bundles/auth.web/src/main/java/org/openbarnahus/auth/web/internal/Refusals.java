// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.Rounds;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of the requests that were refused at the door in one entry of the audit trail and one line of the log: soon after the
 * first, then once an hour, and once more within the hour when there are many. So a flood writes next to nothing. Of many,
 * engine.audit makes an alert.
 */
@Component(service = Refusals.class, immediate = true)
public final class Refusals {
    /** Object type of the entry. */
    static final String TYPE = "door";

    static final int MANY = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration SELDOM = Duration.ofHours(1);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final RefusalCounter counter;
    private final SiteStore store;
    private final TimeSource time;
    private final Rounds.Running running;
    private OptionalLong told = OptionalLong.empty();
    private OptionalLong toldOfMany = OptionalLong.empty();

    @Activate
    public Refusals(
            @Reference RefusalCounter counter,
            @Reference SiteStore store,
            @Reference TimeSource time,
            @Reference Rounds rounds) {
        this.counter = counter;
        this.store = store;
        this.time = time;
        running = rounds.every("refusals", LOOK, LOOK, this::tell);
    }

    @Deactivate
    void stop() {
        running.close();
    }

    /** While the database is gone it is counted on. */
    private void tell() {
        Map<String, Long> counts = counter.counts();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        boolean many = all >= MANY;
        if (all == 0 || !due(told) && !(many && due(toldOfMany))) {
            return;
        }
        String summary = counts.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        store.audit(entry(many, summary));
        LOG.warn("requests were refused at the door: {}", summary);
        counter.told(counts);
        told = OptionalLong.of(time.nanos());
        toldOfMany = many ? told : toldOfMany;
    }

    private boolean due(OptionalLong last) {
        return last.isEmpty() || time.nanos() - last.getAsLong() >= SELDOM.toNanos();
    }

    private AuditEntry entry(boolean many, String summary) {
        return AuditEntry.ofTheSite(
                time.now(),
                AuditEntry.Action.CHANGE,
                TYPE,
                "",
                many ? AuditEntry.Result.DENIED : AuditEntry.Result.REFUSED,
                summary);
    }
}
