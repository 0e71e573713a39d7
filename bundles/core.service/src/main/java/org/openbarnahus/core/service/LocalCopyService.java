// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Copies of the audit trail away from this machine, in the eyes of whoever owns the data directory: no session, no permission.
 * rest.admin alone calls this. Implemented by engine.audit.
 */
@ProviderType
public interface LocalCopyService {
    /** How far they are; empty when none are configured. */
    List<Copy> copies();

    /**
     * A place that gets copies of checkpoints, entries and the log.
     *
     * @param well false while it is behind
     */
    record Copy(String name, boolean well, String words) {}
}
