// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what browsers report, in memory, and tells of it in one line of the log and one entry of the audit trail, of which
 * engine.audit makes an alert: soon after the first report, then once an hour at most, however many anybody sends.
 */
@Component(service = PolicyReports.class)
public class PolicyReports {
    /** Object type of the entry. */
    static final String TYPE = "page-policy";

    private static final Logger LOG = LoggerFactory.getLogger(PolicyReports.class);
    private static final Duration SELDOM = Duration.ofHours(1);
    private static final int KINDS = 20;
    private static final int LOOK_SECONDS = 10;
    private static final Violation REST = new Violation(Violation.OTHER, Violation.OTHER);

    private final SiteStore store;
    private final TimeSource time;

    @GuardedBy("this")
    private final Map<Violation, Long> counts = new HashMap<>();

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("openbarnahus-policy-reports").daemon().factory());

    @GuardedBy("this")
    private long toldAt;

    @GuardedBy("this")
    private boolean told;

    @Activate
    public PolicyReports(@Reference SiteStore store, @Reference TimeSource time) {
        this.store = store;
        this.time = time;
    }

    @Activate
    void start() {
        clock.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
    }

    /** False when it is no report. */
    boolean take(byte[] body) {
        Optional<List<Violation>> violations = Violation.all(body);
        violations.ifPresent(found -> found.forEach(this::count));
        return violations.isPresent();
    }

    private synchronized void count(Violation violation) {
        boolean room = counts.containsKey(violation) || counts.size() < KINDS;
        counts.merge(room ? violation : REST, 1L, Long::sum);
    }

    private void look() {
        try {
            tell();
        } catch (RuntimeException e) {
            LOG.error("what browsers reported could not be told", e);
        }
    }

    /** Tells of what was counted, when it is time; while the database is gone it is counted on. */
    synchronized void tell() {
        long now = time.nanos();
        if (counts.isEmpty() || told && now - toldAt < SELDOM.toNanos()) {
            return;
        }
        String summary = summary();
        try {
            store.audit(entry(summary));
        } catch (StoreUnavailableException e) {
            return;
        }
        LOG.warn("browsers kept pages from breaking their policy: {}", summary);
        counts.clear();
        toldAt = now;
        told = true;
    }

    /** The most frequent first; names from lists and hosts only. */
    @GuardedBy("this")
    private String summary() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Violation, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(each -> each.getKey().toString()))
                .map(each -> each.getKey().directive() + " " + each.getKey().origin() + " " + each.getValue())
                .limit(KINDS / 2)
                .collect(Collectors.joining(", "));
    }

    private AuditEntry entry(String summary) {
        return AuditEntry.ofTheSite(time.now(), AuditEntry.Action.CHANGE, TYPE, "", AuditEntry.Result.DENIED, summary);
    }
}
