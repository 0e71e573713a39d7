// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Backups, in the hands of whoever owns the data directory: no session, no permission, as with {@link LocalAccountService}.
 * rest.admin alone calls this. Implemented by store.jpa. The keys are not in a backup: whoever has both can read everything.
 */
@ProviderType
public interface LocalBackupService {
    /**
     * Writes all tables as they are at one moment, and the settings, encrypted, into a new file for its owner only; reading and
     * writing go on meanwhile. Audited as EXPORT.
     *
     * @throws IOException when the file cannot be written; nothing is left of it then
     */
    Made backup(Path directory) throws IOException;

    /**
     * Restores the file into a database made for this and thrown away afterwards, and looks whether everything is there and can
     * be read. The running database is only compared with it.
     *
     * @throws IOException when the file cannot be read, was changed, or belongs to other keys
     */
    Drill drill(Path file) throws IOException;

    /**
     * A backup that was made.
     *
     * @param bytes length of the file
     */
    record Made(Path file, long cases, long rows, long bytes) {}

    /**
     * What a restored backup holds.
     *
     * @param missing audit entries that the running database has and the backup has not: what would be lost
     * @param faults a sentence each; empty when all is well
     */
    record Drill(Instant madeAt, long cases, long rows, long auditEntries, long missing, List<String> faults) {}
}
