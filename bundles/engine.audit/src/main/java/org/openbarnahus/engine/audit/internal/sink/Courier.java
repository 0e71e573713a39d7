// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.service.LocalCopyService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries everything to one destination, in order, at least once: what has arrived is remembered, and the rest waits where it
 * lies. Whoever works is never held up by it. That it is late is told to the log, and after a while to the trail, of which
 * engine.audit makes an alert of every house.
 */
final class Courier {
    /** Object type of the entry. */
    static final String TYPE = "sink";

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration SELDOM = Duration.ofHours(24);
    /** No batch takes so long by itself: what has not come back by then may never, as a share whose server is gone. */
    private static final Duration HANGS = Duration.ofMinutes(2);

    private final Destination destination;
    private final List<Source> sources;
    private final Positions positions;
    private final SiteStore site;
    private final TimeSource time;
    private final Duration patience;
    private volatile LocalCopyService.Copy standing;
    /** When the batch on its way was begun; empty between rounds. */
    private volatile @Nullable Long stepNanos;
    /** These three are guarded by this. */
    private @Nullable Instant since;

    private long sinceNanos;
    private @Nullable Long toldNanos;
    private boolean begun;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean ended;
    /** Guarded by this: whoever comes after has the file of the places for itself. */
    private boolean abandoned;

    Courier(
            Destination destination,
            List<Source> sources,
            Positions positions,
            SiteStore site,
            TimeSource time,
            Duration patience) {
        this.destination = destination;
        this.sources = sources;
        this.positions = positions;
        this.site = site;
        this.time = time;
        this.patience = patience;
        standing = new LocalCopyService.Copy(destination.name(), true, "has not begun yet");
    }

    LocalCopyService.Copy standing() {
        return standing;
    }

    /** Called by one thread. */
    void round() {
        turn.lock();
        try {
            if (!ended) {
                stepNanos = time.nanos();
                turn();
            }
        } finally {
            stepNanos = null;
            turn.unlock();
        }
    }

    /**
     * Called by another thread now and then: a round that hangs cannot say so itself. Nobody waits here for what hangs.
     */
    void watch() {
        Long began = stepNanos;
        if (began != null && !ended && time.nanos() - began >= HANGS.toNanos()) {
            late("it does not come back; is what it lies on still there?");
        }
    }

    /**
     * No batch is begun any more. Waits for the one that is on its way, so that whoever comes after knows that it has arrived;
     * when that takes too long it comes twice, and this one does not touch the places again.
     */
    void end(Duration most) {
        ended = true;
        try {
            if (turn.tryLock(most.toNanos(), TimeUnit.NANOSECONDS)) {
                turn.unlock();
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            abandoned = true;
        }
        LOG.warn("a batch to {} has not ended; it may come twice", destination.name());
    }

    private void turn() {
        begun = begun || tell(Action.EXPORT, Result.DONE, "began " + destination.where());
        try {
            for (Source source : sources) {
                carry(source);
            }
            if (!ended) {
                arrived();
            }
        } catch (IOException e) {
            late(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            // also an entry that cannot be read, because somebody has changed it: that is when copies are wanted most
            late(e.getClass().getSimpleName());
        }
    }

    private void carry(Source source) throws IOException {
        while (!ended) {
            Optional<Batch> next = source.next(positions);
            if (next.isEmpty()) {
                return;
            }
            stepNanos = time.nanos();
            if (!next.get().items().isEmpty()) {
                destination.send(next.get(), positions);
            }
            keep(next.get());
            stepNanos = time.nanos();
        }
    }

    private synchronized void keep(Batch batch) throws IOException {
        if (!abandoned) {
            positions.set(batch.key(), batch.upTo(), batch.mark());
            positions.save();
        }
    }

    private synchronized void arrived() {
        if (since != null) {
            LOG.info("the copies to {} are complete again", destination.name());
        }
        if (toldNanos != null && tell(Action.CHANGE, Result.DONE, "caught-up")) {
            toldNanos = null;
        }
        since = null;
        standing = new LocalCopyService.Copy(destination.name(), true, "has everything, at " + time.now());
    }

    private synchronized void late(String why) {
        long now = time.nanos();
        if (since == null) {
            since = time.now();
            sinceNanos = now;
            LOG.warn("copies to {} wait: {}", destination.name(), why);
        }
        standing = new LocalCopyService.Copy(destination.name(), false, "behind since " + since + ": " + why);
        boolean due = toldNanos == null ? now - sinceNanos >= patience.toNanos() : now - toldNanos >= SELDOM.toNanos();
        if (due && tell(Action.CHANGE, Result.REFUSED, "late")) {
            LOG.error("copies to {} wait since {}: {}", destination.name(), since, why);
            toldNanos = now;
        }
    }

    /** False while the database is gone: then later. */
    private boolean tell(Action action, Result result, String what) {
        try {
            site.audit(AuditEntry.ofTheSite(time.now(), action, TYPE, destination.name(), result, what));
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }
}
