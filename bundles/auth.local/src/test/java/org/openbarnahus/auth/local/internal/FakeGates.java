// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.DisuseGate;
import org.openbarnahus.core.service.gate.GuessGate;
import org.openbarnahus.core.service.gate.SessionEnder;

/** Counts tries and notes whose sessions were ended. */
final class FakeGates implements GuessGate, SessionEnder, DisuseGate {
    Duration pause = Duration.ZERO;
    int failed;
    int renewed;
    int asked;
    final List<Secret> within = new ArrayList<>();
    final Set<UserId> runOut = new HashSet<>();
    private final Set<UserId> ended;

    FakeGates(Set<UserId> ended) {
        this.ended = ended;
    }

    @Override
    public Guess within(Session session, Secret secret, String source) {
        within.add(secret);
        return begin(session.actor().username(), source);
    }

    @Override
    public Guess begin(String username, String source) {
        return new Guess() {
            @Override
            public Duration pause() {
                return pause;
            }

            @Override
            public Problem refusal() {
                return Problem.of(ErrorCode.THROTTLED);
            }

            @Override
            public void succeeded() {}

            @Override
            public void failed() {
                failed++;
            }

            @Override
            public void forgive() {}
        };
    }

    @Override
    public void endAll(UserId account) {
        ended.add(account);
    }

    @Override
    public void renewed(Session session) {
        renewed++;
    }

    @Override
    public boolean runOut(UserId account) {
        asked++;
        return runOut.contains(account);
    }
}
