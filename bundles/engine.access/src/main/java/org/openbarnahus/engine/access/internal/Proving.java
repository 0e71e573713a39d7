// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
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
        if (!guess.pause().isZero()) {
            return Outcome.refused(guess.refusal());
        }
        Optional<Proof> proof;
        try {
            proof = check.get();
        } catch (RejectedExecutionException e) {
            guess.forgive();
            return Outcome.refused(Problem.of(ErrorCode.BUSY));
        } catch (RuntimeException e) {
            guess.forgive();
            throw e;
        }
        if (proof.isEmpty()) {
            guess.failed();
            refused(username);
            return Outcome.refused(Problem.of(ErrorCode.SIGN_IN_FAILED));
        }
        return Outcome.done(proof.get());
    }

    /** To the house whose account it is, so that its manager hears of guessing; what was typed is not kept. */
    private void refused(String username) {
        store.account(Guesses.normal(username))
                .ifPresentOrElse(
                        account -> trail.refused(account, "credentials"),
                        () -> trail.anonymous(Action.SIGN_IN, "credentials"));
    }
}
