// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.query.TrainingState;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.core.service.store.TrainingRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who has passed the training and until when it holds. Whoever is new has the time of grace from the day the first agreement was
 * signed.
 */
@Component(service = TrainingBook.class, configurationPid = AccessConfig.PID)
public final class TrainingBook {
    private final SignInStore store;
    private final TimeSource time;
    private final TrainingTerms terms;

    @Activate
    public TrainingBook(@Reference SignInStore store, @Reference TimeSource time, AccessConfig config) {
        this(store, time, TrainingTerms.of(config));
    }

    TrainingBook(SignInStore store, TimeSource time, TrainingTerms terms) {
        this.store = store;
        this.time = time;
        this.terms = terms;
    }

    /** Read once for a session, and again as long as it is suspended. */
    TrainingState state(LiveSession session) {
        TrainingState state = known(session).orElseGet(() -> {
            // so that nobody keeps what was read before somebody passed
            synchronized (session) {
                TrainingState fresh = read(session);
                session.training = Optional.of(fresh);
                return fresh;
            }
        });
        Instant now = time.now();
        return new TrainingState(
                state.passed(),
                state.due(),
                state.suspended(),
                !now.isBefore(state.due().minus(TrainingTerms.NOTICE)),
                !now.isBefore(state.suspended()));
    }

    boolean valid(LiveSession session) {
        return !state(session).ended();
    }

    /** To be called after the session's person has passed. */
    void passed(LiveSession session) {
        synchronized (session) {
            session.training = Optional.empty();
        }
    }

    private Optional<TrainingState> known(LiveSession session) {
        return session.training.filter(state -> state.suspended().isAfter(time.now()));
    }

    private TrainingState read(LiveSession session) {
        UserId user = session.actor().user();
        Optional<Instant> passed =
                store.trainings(user).stream().map(TrainingRecord::at).max(Comparator.naturalOrder());
        Instant due = passed.map(terms::due).orElseGet(() -> began(user).orElse(session.since.at()));
        return new TrainingState(passed, due, terms.suspended(due), false, false);
    }

    private Optional<Instant> began(UserId user) {
        return store.acceptances(user).stream().map(AcceptanceRecord::at).min(Comparator.naturalOrder());
    }
}
