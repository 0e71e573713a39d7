// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.Optional;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.store.DraftRecord;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What somebody typed and has not saved, so that an ended session loses no work. Encrypted, bound to user and place, deleted
 * after use or seven days. Implemented by engine.access.
 */
@ProviderType
public interface DraftService {
    /** Longest content that is kept, in characters. */
    int LONGEST = 200_000;

    /** Keeps the content; a session that has ended, or a content too long, is ignored. */
    @Requires(Permission.OWN_SESSION)
    void keep(Session session, String place, String content);

    @Requires(Permission.OWN_SESSION)
    Optional<DraftRecord> find(Session session, String place);

    @Requires(Permission.OWN_SESSION)
    void forget(Session session, String place);
}
