// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.RetentionProposal;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Cases that are kept for longer than the law of the country says. A clock looks for them; people decide: nothing is erased
 * without {@link CaseErasureService}. Implemented by engine.casework.
 */
@ProviderType
public interface RetentionService {
    /** Those of the caller's house, those that have been longest due first. */
    @Requires(Permission.REQUEST_READ)
    Outcome<List<RetentionProposal>> proposals(Session session);

    /** Looks now rather than with the clock, as after a change of the law; then as above. */
    @Requires(Permission.REQUEST_READ)
    Outcome<List<RetentionProposal>> look(Session session);
}
