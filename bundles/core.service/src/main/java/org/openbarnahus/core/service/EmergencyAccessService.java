// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.command.ReviewEmergency;
import org.openbarnahus.core.service.command.UseEmergency;
import org.openbarnahus.core.service.query.EmergencyInfo;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Breaking the glass: somebody of an agency opens one case that (s)he does not work with, for some hours, and answers for it.
 * Managers and the data-protection officer are alerted at once, a manager reviews it afterwards. Implemented by engine.casework,
 * decided in engine.access.
 */
@ProviderType
public interface EmergencyAccessService {
    int SHORTEST_TEXT = 20;
    int LONGEST_TEXT = 1_000;
    int SHORTEST_NOTE = 3;
    int LONGEST_NOTE = 500;

    /**
     * Makes the caller work with the case until a moment some hours ahead. NOT_FOUND for every number that is not one of a case
     * of the house that somebody works with; each counts as a guess, and guesses are slowed down.
     */
    @Requires(Permission.EMERGENCY_USE)
    Outcome<EmergencyInfo> use(Session session, UseEmergency command, RequestKey key);

    /** The own ones, or, for whoever watches, those of the house; what waits for its review first, 200 at most. */
    @Requires(Permission.EMERGENCY_READ)
    Outcome<List<EmergencyInfo>> accesses(Session session);

    /** How many the caller could review; 0 for whoever reviews none. */
    @Requires(Permission.EMERGENCY_READ)
    long waiting(Session session);

    /** Of a case that the caller works with: those that run, wait for their review or began within the last 30 days, newest first. */
    @Requires(Permission.CASE_READ)
    Outcome<List<EmergencyInfo>> ofCase(Session session, CaseId id);

    /** Before its time; counts from the next request on. Of one that is over it changes nothing. */
    @Requires(Permission.EMERGENCY_END)
    Outcome<EmergencyInfo> end(Session session, UUID access, long expectedVersion);

    /** What is not justified ends with it. NOT_YOURSELF for the own one, STALE when somebody has reviewed it before. */
    @Requires(Permission.EMERGENCY_REVIEW)
    Outcome<EmergencyInfo> review(Session session, ReviewEmergency command);
}
