// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.ErasedCase;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Destroys cases, and remembers that it did. Trouble with the database is a
 * {@link org.openbarnahus.core.service.StoreUnavailableException}. Implemented by store.jpa.
 */
@ProviderType
public interface ErasureStore {
    Optional<CaseId> caseOf(ServiceId service, CaseNumber number);

    void insert(ErasureRecord request, AuditEntry audit);

    /** All of the house, the lapsed too, the oldest first. */
    List<ErasureRecord> requests(ServiceId service);

    /**
     * Takes a request out: withdrawn or lapsed, as the entry says.
     *
     * @return false when somebody else was faster; nothing is written down then
     */
    boolean remove(ErasureRecord request, AuditEntry audit);

    /**
     * Destroys the key and every row of the case, its timeline, its history, its members and the drafts about it, and puts a
     * signed certificate in their place, all in the transaction of the audit entry. What remains are the entries of the audit
     * trail, which hold ids and names of fields.
     *
     * @param askedBy user name for the certificate
     * @param confirmedBy user name for the certificate
     * @return empty when the request or the case is gone; nothing is done then
     * @throws CaseHeldException when a legal hold is on the case; nothing is done then
     */
    Optional<ErasedCase> erase(ErasureRecord request, String askedBy, String confirmedBy, AuditEntry audit);

    /** The newest first. */
    List<ErasedCase> erased(ServiceId service);

    Optional<ErasedCase> erased(ServiceId service, CaseId id);
}
