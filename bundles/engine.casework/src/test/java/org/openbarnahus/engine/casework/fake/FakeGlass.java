// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.EmergencyGate;
import org.openbarnahus.core.service.gate.GuessGate;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.EmergencyAccess;

/** The gates of emergency access, simple but real: five wrong numbers are free, coordinators see all, nobody reviews the own. */
public final class FakeGlass implements EmergencyGate, GuessGate {
    private static final int FREE = 5;

    private final FakeGates gates;
    public final Map<String, Integer> wrong = new HashMap<>();

    public FakeGlass(FakeGates gates) {
        this.gates = gates;
    }

    @Override
    public Decision open(Session session, CaseFile file, LocalDate today, CaseTies ties) {
        return gates.reach(session, Permission.CASE_READ, today).covers(file, ties)
                ? new Decision.Denied("known")
                : new Decision.Allowed(Purpose.CASE_WORK);
    }

    @Override
    public Instant until(Instant since) {
        return since.plus(Duration.ofHours(4));
    }

    @Override
    public Instant reviewDue(Instant since) {
        return since.plus(Duration.ofHours(72));
    }

    @Override
    public boolean reachesAll(Session session, Permission permission) {
        return session.actor().is(Role.COORDINATOR);
    }

    @Override
    public Decision review(Session session, EmergencyAccess access) {
        return access.account().equals(session.actor().user())
                ? new Decision.Denied("own")
                : new Decision.Allowed(Purpose.OVERSIGHT);
    }

    @Override
    public Guess begin(String username, String source) {
        Duration pause = wrong.getOrDefault(username, 0) < FREE ? Duration.ZERO : Duration.ofSeconds(2);
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
            public void succeeded() {
                wrong.remove(username);
            }

            @Override
            public void failed() {
                wrong.merge(username, 1, Integer::sum);
            }

            @Override
            public void forgive() {
                // nothing was counted
            }
        };
    }
}
