// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.Locale;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.SharingMatrix;
import org.osgi.annotation.versioning.ProviderType;

/** What the agencies of a house share, worked out by the rules that decide about every case. Implemented by engine.access. */
@ProviderType
public interface SharingService {
    /** By the schema in force; NO_COUNTRY_PACK while there is none. */
    @Requires(Permission.SCHEMA_READ)
    Outcome<SharingMatrix> matrix(Session session);

    /** The same as a document: CSV in the words of the language, without anything that a spreadsheet takes for a formula. */
    @Requires(Permission.SCHEMA_READ)
    Outcome<String> csv(Session session, Locale language);
}
