// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.PaceGate;

/** Remembers what was asked, and says what the test wants said. */
public final class FakePace implements PaceGate {
    public final List<String> asked = new ArrayList<>();
    public Optional<Problem> answer = Optional.empty();
    /** Writes are let through, whatever the answer to the rest is. */
    public boolean writes;

    private Optional<Problem> answer(String what) {
        asked.add(what);
        return answer;
    }

    @Override
    public Optional<Problem> write(Session session) {
        asked.add("write");
        return writes ? Optional.empty() : answer;
    }

    @Override
    public Optional<Problem> file(Session session) {
        return answer("file");
    }

    @Override
    public Optional<Problem> show(Session session, CaseId id) {
        return answer("show " + id);
    }

    @Override
    public Optional<Problem> list(Session session) {
        return answer("list");
    }

    @Override
    public void listed(Session session, int rows) {
        asked.add("listed " + rows);
    }

    @Override
    public Outcome<Boolean> narrow(Session session, String question) {
        return answer("narrow").<Outcome<Boolean>>map(Outcome::refused).orElseGet(() -> Outcome.done(true));
    }

    @Override
    public <T> Outcome<T> heavy(Session session, Supplier<Outcome<T>> work) {
        asked.add("heavy");
        Outcome<T> done = work.get();
        asked.add("light");
        return done;
    }
}
