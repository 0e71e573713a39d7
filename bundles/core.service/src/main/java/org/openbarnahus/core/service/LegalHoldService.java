// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.PlaceHold;
import org.openbarnahus.core.service.query.HeldCase;
import org.openbarnahus.core.service.query.LegalHold;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Legal holds: a case that a court, an authority or a claim still needs is not erased, whatever was asked for. A hold stays until
 * somebody lifts it; its day of review reminds, and ends nothing. Implemented by engine.casework.
 */
@ProviderType
public interface LegalHoldService {
    int SHORTEST_REASON = 10;
    int LONGEST_REASON = 500;
    /** Nobody says for longer than this that a case is kept without thinking about it again. */
    int LONGEST_YEARS = 2;

    /** Of the caller's house: those that are on first, by the day of their review; then the lifted ones. */
    @Requires(Permission.HOLD_READ)
    Outcome<List<LegalHold>> holds(Session session);

    /** CASE_HELD when one is on already. */
    @Requires(Permission.HOLD_PLACE)
    Outcome<LegalHold> place(Session session, PlaceHold command);

    /** Says that it goes on, and until when at most nobody has to think of it. */
    @Requires(Permission.HOLD_PLACE)
    Outcome<LegalHold> renew(Session session, UUID hold, LocalDate reviewOn);

    @Requires(Permission.HOLD_LIFT)
    Outcome<LegalHold> lift(Session session, UUID hold);

    /** Whether one is on, for whoever may read the case. */
    @Requires(Permission.CASE_READ)
    Outcome<Optional<HeldCase>> ofCase(Session session, CaseId id);
}
