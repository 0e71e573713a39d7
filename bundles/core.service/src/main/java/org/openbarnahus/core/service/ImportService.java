// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.ImportCases;
import org.openbarnahus.core.service.query.ImportReport;
import org.osgi.annotation.versioning.ProviderType;

/** Cases and timelines from CSV. Every row passes the same gates as a form. Registered together with CaseService. */
@ProviderType
public interface ImportService {
    /** Checks everything and writes nothing. */
    @Requires(Permission.CASE_IMPORT)
    Outcome<ImportReport> check(Session session, ImportCases files);

    /** Writes all rows or, when asked to keep good rows, the good ones, in one transaction; or nothing. */
    @Requires(Permission.CASE_IMPORT)
    Outcome<ImportReport> run(Session session, ImportCases files);

    /** CSV template of the session's current schema: header line and one commented example. */
    @Requires(Permission.CASE_IMPORT)
    Outcome<String> template(Session session, boolean timeline);
}
