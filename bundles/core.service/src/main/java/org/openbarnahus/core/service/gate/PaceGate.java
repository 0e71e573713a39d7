// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import java.util.Optional;
import java.util.function.Supplier;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How much one person reads and writes, and how much heavy work is done at a time; for pages and REST alike, asked by whoever
 * does the work. Answers say why something has to wait; empty when it may go on. Implemented by engine.access.
 */
@ProviderType
public interface PaceGate {
    /** One more write of the caller. */
    Optional<Problem> write(Session session);

    /** One more file of rows that the caller hands in. */
    Optional<Problem> file(Session session);

    /**
     * A case is about to be shown, which the caller may see. After very many within an hour a second factor is wanted that is
     * newer than this refusal.
     */
    Optional<Problem> show(Session session, CaseId id);

    /** A list is about to be shown: as {@link #show}. */
    Optional<Problem> list(Session session);

    /** So many rows of cases were given. */
    void listed(Session session, int rows);

    /**
     * A figure is about to be shown that is narrowed to days or codes of the caller's choice, who does not reach all cases:
     * whether it is asked for the first time within the hour, and is to be written down as such. After many a second factor is
     * wanted, as in {@link #show}.
     *
     * @param question the same text for the same question
     */
    Outcome<Boolean> narrow(Session session, String question);

    /** Does heavy work when it is its turn: few at a time in all, fewer of one house; refused when the line is too long. */
    <T> Outcome<T> heavy(Session session, Supplier<Outcome<T>> work);
}
