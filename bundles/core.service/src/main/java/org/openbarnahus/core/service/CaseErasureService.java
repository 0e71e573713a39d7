// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.ErasedCase;
import org.openbarnahus.core.service.query.ErasureReason;
import org.openbarnahus.core.service.query.ErasureRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The end of a case: its key and everything recorded about it are destroyed, for good. One person asks, another one confirms
 * within 72 hours; a signed certificate remains. Implemented by engine.casework.
 */
@ProviderType
public interface CaseErasureService {
    /** Asks for it; asking again while it waits gives back the same. */
    @Requires(Permission.CASE_ERASE)
    Outcome<ErasureRequest> ask(Session session, CaseNumber number, ErasureReason reason);

    /** What waits in the caller's house, the oldest first. */
    @Requires(Permission.REQUEST_READ)
    Outcome<List<ErasureRequest>> waiting(Session session);

    /** Erases the case. Never by whoever asked: NOT_YOURSELF. */
    @Requires(Permission.REQUEST_CONFIRM)
    Outcome<ErasedCase> confirm(Session session, UUID request);

    /** Takes it back, or says no to it. */
    @Requires(Permission.REQUEST_READ)
    Outcome<ErasureRequest> withdraw(Session session, UUID request);

    /** The certificates of the caller's house, the newest first. */
    @Requires(Permission.REQUEST_READ)
    Outcome<List<ErasedCase>> erased(Session session);

    @Requires(Permission.REQUEST_READ)
    Outcome<ErasedCase> erased(Session session, CaseId id);
}
