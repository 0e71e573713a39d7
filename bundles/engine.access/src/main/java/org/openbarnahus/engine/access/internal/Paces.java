// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Buckets;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.PaceGate;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Counts in memory; a restart forgets, as it ends all sessions. Decision 41. */
@Component(service = PaceGate.class, configurationPid = PaceConfig.PID)
@Designate(ocd = PaceConfig.class)
public final class Paces implements PaceGate {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private final TimeSource time;
    private final ReadingPace reading;
    private volatile Buckets writes;
    private volatile Buckets files;
    private volatile HeavyTurns turns;

    @Activate
    public Paces(@Reference TimeSource time, PaceConfig config) {
        this.time = time;
        reading = new ReadingPace(time);
        writes = writes(config);
        files = files(config);
        turns = turns(config);
        read(config);
    }

    @Modified
    void changed(PaceConfig config) {
        writes = writes(config);
        files = files(config);
        turns = turns(config);
        read(config);
    }

    private static Buckets writes(PaceConfig config) {
        return new Buckets(
                Math.clamp(config.writes_minute(), 1, 100_000) / MINUTE,
                Math.clamp(config.writes_burst(), 5, 1_000_000));
    }

    private static Buckets files(PaceConfig config) {
        int most = Math.clamp(config.imports_hour(), 1, 100_000);
        return new Buckets(most / HOUR, most);
    }

    private static HeavyTurns turns(PaceConfig config) {
        int all = Math.clamp(config.heavy_all(), 0, 64);
        return new HeavyTurns(
                Math.clamp(config.heavy_house(), 1, 16),
                all == 0 ? Math.max(2, Runtime.getRuntime().availableProcessors() / 2) : all,
                Math.clamp(config.heavy_in_line(), 0, 40),
                HeavyTurns.PATIENCE);
    }

    private void read(PaceConfig config) {
        reading.most(
                Math.clamp(config.reading_cases(), 10, 1_000_000),
                Math.clamp(config.reading_rows(), 100, 10_000_000),
                Math.clamp(config.reading_questions(), 10, 1_000_000));
    }

    @Override
    public Optional<Problem> write(Session session) {
        return taken(writes, session);
    }

    @Override
    public Optional<Problem> file(Session session) {
        return taken(files, session);
    }

    private Optional<Problem> taken(Buckets buckets, Session session) {
        int seconds = buckets.take(session.actor().user().toString(), time.nanos());
        return seconds == 0
                ? Optional.empty()
                : Optional.of(Problem.at(ErrorCode.TOO_FAST, "", "seconds", Integer.toString(seconds)));
    }

    @Override
    public Optional<Problem> show(Session session, CaseId id) {
        return stepUp(reading.mayShow(session, id));
    }

    @Override
    public Optional<Problem> list(Session session) {
        return stepUp(reading.mayList(session));
    }

    private static Optional<Problem> stepUp(boolean allowed) {
        return allowed ? Optional.empty() : Optional.of(Problem.of(ErrorCode.STEP_UP_REQUIRED));
    }

    @Override
    public void listed(Session session, int rows) {
        reading.listed(session, rows);
    }

    @Override
    public Outcome<Boolean> narrow(Session session, String question) {
        boolean known = reading.asked(session, question);
        return stepUp(reading.mayNarrow(session, question))
                .<Outcome<Boolean>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(!known));
    }

    @Override
    public <T> Outcome<T> heavy(Session session, Supplier<Outcome<T>> work) {
        return turns.inTurn(session.actor().service(), work);
    }
}
