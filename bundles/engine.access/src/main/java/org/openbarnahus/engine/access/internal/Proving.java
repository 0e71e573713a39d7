// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.service.gate.GuessGate.Guess;
import org.openbarnahus.core.service.store.CredentialGate.Proof;
import org.openbarnahus.core.service.store.SiteStore;

/** Throttle, then proof: what signing in and stepping up have in common. What was wrong is counted and written down. */
record Proving(SiteStore store, AccessTrail trail) {
    Outcome<Proof> tried(Guess guess, String username, Supplier<Optional<Proof>> check) {
        return guess.tried(() -> Outcome.done(check.get()))
                .then(proof -> proof.map(Outcome::done).orElseGet(() -> wrong(guess, username)));
    }

    private Outcome<Proof> wrong(Guess guess, String username) {
        guess.failed();
        refused(username);
        return Outcome.refused(Problem.of(ErrorCode.SIGN_IN_FAILED));
    }

    /** To the house whose account it is, so that its manager hears of guessing; what was typed is not kept. */
    private void refused(String username) {
        store.account(Guesses.normal(username))
                .ifPresentOrElse(
                        account -> trail.refused(account, "credentials"),
                        () -> trail.anonymous(Action.SIGN_IN, "credentials"));
    }
}
