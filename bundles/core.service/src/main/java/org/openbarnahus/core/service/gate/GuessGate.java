// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
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

    /**
     * As {@link #begin(String, String)}, by somebody who is signed in. Counted for the account apart from the tries of strangers who
     * only know its name: those slow nobody down here, and what is right here forgives them nothing.
     *
     * @param secret what is tried; one that is right does not forgive tries at another
     */
    default Guess within(Session session, Secret secret, String source) {
        return begin(session.actor().username(), source);
    }

    /** What somebody who is signed in proves again. */
    enum Secret {
        FACTOR,
        PASSWORD
    }

    /** A try that has begun. What is said first about its end counts; one that has to wait has none. */
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

        /**
         * Does the work unless there is a pause. Trouble on the way is nobody's failed try; whether the try was right or wrong is
         * said by whoever sees it.
         *
         * @return what the work came to, or a refusal: to wait, or {@link ErrorCode#BUSY} when too many wait already
         */
        default <T> Outcome<T> tried(Supplier<Outcome<T>> work) {
            if (!pause().isZero()) {
                return Outcome.refused(refusal());
            }
            try {
                return work.get();
            } catch (RejectedExecutionException e) {
                forgive();
                return Outcome.refused(Problem.of(ErrorCode.BUSY));
            } catch (RuntimeException e) {
                forgive();
                throw e;
            }
        }
    }
}
