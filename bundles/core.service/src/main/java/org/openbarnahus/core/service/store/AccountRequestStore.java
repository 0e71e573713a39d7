// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.util.List;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What waits for a second person. Trouble with the database is a
 * {@link org.openbarnahus.core.service.StoreUnavailableException}. Implemented by store.jpa.
 */
@ProviderType
public interface AccountRequestStore {
    void insert(AccountRequestRecord request, AuditEntry audit);

    /** All of the house, the lapsed too, the oldest first. */
    List<AccountRequestRecord> requests(ServiceId service);

    /**
     * Takes it out: confirmed, withdrawn or lapsed, as the entry says.
     *
     * @return false when somebody else was faster; nothing is written down then
     */
    boolean remove(AccountRequestRecord request, AuditEntry audit);
}
