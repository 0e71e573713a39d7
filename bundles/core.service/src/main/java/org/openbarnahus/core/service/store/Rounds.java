// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** The only clock that lets work begin by itself, again and again. Implemented by store.keys, beside {@link TimeSource}. */
@ProviderType
public interface Rounds {
    /** Ends the rounds. */
    interface Running extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Lets the work run on a thread of its own. What a round throws is logged, without its message, and does not end the rounds:
     * the next one tries again.
     *
     * @param name of the thread and in the log: lower case and hyphens
     * @param first until the first round
     * @param pause from the end of a round to the next
     */
    Running every(String name, Duration first, Duration pause, Runnable work);
}
