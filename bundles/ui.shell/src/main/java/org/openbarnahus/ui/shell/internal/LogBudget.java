// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.openbarnahus.core.security.Buckets;
import org.slf4j.Logger;

/** So many failures of one session are written: nobody pushes what others did out of the log. The rest is counted. */
final class LogBudget {
    static final int BURST = 20;
    private static final double A_SECOND = 2.0 / 60;

    private final LongSupplier nanos;
    private final Buckets bucket = new Buckets(A_SECOND, BURST);
    private final AtomicLong unwritten = new AtomicLong();

    /**
     * @param nanos a clock that only goes forward
     */
    LogBudget(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Writes, or counts. */
    void spend(Logger log, Runnable write) {
        if (bucket.take("", nanos.getAsLong()) > 0) {
            unwritten.incrementAndGet();
            return;
        }
        long before = unwritten.getAndSet(0);
        if (before > 0) {
            log.error("{} more failures of this session were not written", before);
        }
        write.run();
    }
}
