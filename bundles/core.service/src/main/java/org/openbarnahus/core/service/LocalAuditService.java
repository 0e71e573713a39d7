// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The audit trail in the hands of whoever owns the data directory: no session, no permission, as with {@link
 * LocalAccountService}. rest.admin alone calls this. Implemented by engine.audit.
 */
@ProviderType
public interface LocalAuditService {
    /**
     * Where the newest signed checkpoint and the database disagree, one sentence each; empty when all is well.
     */
    List<String> check();

    /** What a verifier needs, written to a new directory for its owner only: dump, checkpoints, public key. Audited as EXPORT. */
    Dump dump();

    /**
     * What was written.
     *
     * @param entries number of audit entries
     */
    record Dump(Path entriesFile, Path checkpointsFile, Path keyFile, long entries) {}
}
