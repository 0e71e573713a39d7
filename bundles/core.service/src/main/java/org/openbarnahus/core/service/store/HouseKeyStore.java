// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.KeyState;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How much of a house lies under which of its keys. Trouble with the database is a
 * {@link org.openbarnahus.core.service.StoreUnavailableException}. Implemented by store.jpa.
 */
@ProviderType
public interface HouseKeyStore {
    KeyState state(ServiceId house);

    /**
     * Gives the house a new key and begins to bring everything under it, in the background. While that goes on it begins nothing
     * and writes nothing down.
     *
     * @param audit by whom it was asked for
     */
    void renew(ServiceId house, AuditEntry audit);
}
