// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.AcceptAgreement;
import org.openbarnahus.core.service.query.Agreement;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.osgi.annotation.versioning.ProviderType;

/** The user agreement that everybody signs before the first page. Implemented by engine.access. */
@ProviderType
public interface AgreementService {
    /** The text in force in the session's house, in the language or the nearest there is. */
    @Requires(Permission.OWN_SESSION)
    Outcome<Agreement> current(Session session, Locale language);

    /** What the caller has signed, newest first. */
    @Requires(Permission.OWN_SESSION)
    Outcome<List<AcceptanceRecord>> mine(Session session);

    @Requires(Permission.OWN_SESSION)
    Outcome<AcceptanceRecord> accept(Session session, AcceptAgreement command);

    /** What the house's people have signed. */
    @Requires(Permission.USER_MANAGE)
    Outcome<List<AcceptanceRecord>> ofTheHouse(Session session);

    /**
     * A new version, in force at once; everybody is asked again. Refused with AGREEMENT_CHANGED when somebody else has published
     * meanwhile.
     *
     * @param seen version that the new one takes the place of
     * @param texts by two-letter language, at least one, 200 to 20,000 characters each
     */
    @Requires(Permission.USER_GRANT)
    Outcome<Agreement> publish(Session session, int seen, Map<String, String> texts);
}
