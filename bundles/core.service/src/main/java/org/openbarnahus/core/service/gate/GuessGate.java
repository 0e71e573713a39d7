// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import java.time.Duration;
import org.openbarnahus.core.model.outcome.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one throttle for everything that somebody could guess: passwords, one-time codes, recovery codes, enrolment codes.
 * Counts by account and by source, in the store. Implemented by engine.access.
 */
@ProviderType
public interface GuessGate {
    /**
     * Begins a try. It counts as failed until its end says otherwise, so that tries at the same time get no more than tries
     * one after the other.
     *
     * @param username as typed; a name that is nobody's is counted like any other
     * @param source network address
     */
    Guess begin(String username, String source);

    /** A try that has begun. */
    @ProviderType
    interface Guess {
        /** How long to wait; zero when the try may go on. */
        Duration pause();

        /** What to answer when there is a pause. */
        Problem refusal();

        void succeeded();

        void failed();

        /** It was neither right nor wrong: trouble outside. */
        void forgive();
    }
}
