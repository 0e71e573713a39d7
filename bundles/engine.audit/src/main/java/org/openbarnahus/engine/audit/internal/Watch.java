// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.AlertListener;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.AuditSigner;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.core.service.store.ChainedEntry;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every chain a second behind whoever writes it: signs it, and holds it against the rules. What happened while the
 * program was down for less than an hour is looked at when it is up again.
 */
@Component(service = Watch.class, immediate = true, configurationPid = AuditConfig.PID)
@Designate(ocd = AuditConfig.class)
public final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int BATCH = 1_000;

    private final AuditStore store;
    private final SiteStore site;
    private final TimeSource time;
    private final AlertRules rules;
    private final AlertBook book;
    private final Checkpoints checkpoints;
    private final ClockJumps clock;
    private final List<AlertListener> listeners = new CopyOnWriteArrayList<>();

    @GuardedBy("this")
    private final Map<ServiceId, Long> seen = new HashMap<>();

    private final Map<ServiceId, ZoneId> zones = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("openbarnahus-audit-watch").daemon().factory());

    @GuardedBy("this")
    private boolean checked;

    @Activate
    public Watch(
            @Reference AuditStore store,
            @Reference SiteStore site,
            @Reference AuditSigner signer,
            @Reference TimeSource time,
            AuditConfig config) {
        this(
                store,
                site,
                time,
                Thresholds.of(config),
                new Checkpoints(
                        store,
                        signer,
                        Path.of(System.getProperty("openbarnahus.data", "data"), "audit", "checkpoints.jsonl"),
                        Duration.ofSeconds(Math.clamp(config.checkpoint_seconds(), 10, 600)),
                        Math.clamp(config.checkpoint_entries(), 10, 10_000)));
        thread.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    /** Without a thread, for tests: they call {@link #look}. */
    Watch(AuditStore store, SiteStore site, TimeSource time, Thresholds thresholds, Checkpoints checkpoints) {
        this.store = store;
        this.site = site;
        this.time = time;
        this.checkpoints = checkpoints;
        clock = new ClockJumps(site, time);
        rules = new AlertRules(thresholds, this::zone);
        book = new AlertBook(
                store, () -> site.services().stream().map(BarnahusRecord::id).toList());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(AlertListener listener) {
        listeners.add(listener);
    }

    void removeListener(AlertListener listener) {
        listeners.remove(listener);
    }

    @Deactivate
    void stop() throws InterruptedException {
        thread.shutdown();
        if (thread.awaitTermination(5, TimeUnit.SECONDS)) {
            try {
                checkpoints.signAll(time.now());
            } catch (RuntimeException e) {
                LOG.warn(
                        "the audit trail is signed at the next start: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    private void round() {
        try {
            clock.look();
            look();
        } catch (StoreUnavailableException e) {
            LOG.debug("the watch waits for the database");
        } catch (RuntimeException | Error e) {
            LOG.error("the audit trail could not be watched or signed", e);
        }
    }

    /** One look at what is new. */
    synchronized void look() {
        Instant now = time.now();
        List<Finding> findings = new ArrayList<>();
        if (!checked) {
            findings.addAll(faults());
            checked = true;
        }
        List<ChainHead> heads = store.heads();
        for (ChainHead head : heads) {
            long from = seen.computeIfAbsent(head.chain(), c -> store.seqBefore(c, now.minus(MEMORY)));
            while (from < head.seq()) {
                List<ChainedEntry> batch = store.after(head.chain(), from, BATCH);
                if (batch.isEmpty()) {
                    break;
                }
                batch.forEach(entry -> findings.addAll(rules.see(entry)));
                from = batch.getLast().seq();
            }
            seen.put(head.chain(), from);
        }
        tell(book.keep(findings));
        rules.forget(now);
        checkpoints.sign(heads, now);
    }

    /** Holds the database against the signatures, now. */
    synchronized List<Checkpoints.Fault> check() {
        List<Finding> findings = faults();
        tell(book.keep(findings));
        return findings.isEmpty() ? List.of() : checkpoints.check();
    }

    private List<Finding> faults() {
        List<Finding> findings = new ArrayList<>();
        for (Checkpoints.Fault fault : checkpoints.check()) {
            LOG.error("AUDIT: {}", fault.words());
            findings.add(new Finding(fault.chain(), Finding.CHAIN, Optional.empty(), time.now(), fault.seq()));
        }
        return findings;
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    /** Alerts of the house are others than before. */
    void tell(Set<ServiceId> houses) {
        for (ServiceId house : houses) {
            for (AlertListener listener : listeners) {
                try {
                    listener.alertsChanged(house);
                } catch (RuntimeException e) {
                    LOG.error("{} failed at new alerts", listener.getClass().getName(), e);
                }
            }
        }
    }

    private ZoneId zone(ServiceId house) {
        return zones.computeIfAbsent(
                house, id -> site.service(id).map(r -> ZoneId.of(r.zone())).orElse(ZoneId.of("UTC")));
    }
}
