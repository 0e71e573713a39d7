// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Cases that should not be kept any longer, and those that must be kept all the same. Trouble with the database is a
 * {@link org.openbarnahus.core.service.StoreUnavailableException}. Implemented by store.jpa.
 */
@ProviderType
public interface RetentionStore {
    /** Cases of the house that were closed on the day or before. */
    List<CaseId> closedUntil(ServiceId service, LocalDate day);

    /** Those that have been longest due first. */
    List<ProposalRecord> proposals(ServiceId service);

    /**
     * @return false when the case is gone or proposed already; nothing is written down then
     */
    boolean propose(ProposalRecord proposal, AuditEntry audit);

    /**
     * @return false when it was not proposed any more; nothing is written down then
     */
    boolean withdraw(ProposalRecord proposal, AuditEntry audit);

    /** Those that are on first, by the day of their review; then the lifted ones, the newest first. */
    List<HoldRecord> holds(ServiceId service);

    /** The one that is on. */
    Optional<HoldRecord> held(ServiceId service, CaseId id);

    /**
     * @return false when the case is gone or a hold is on it already; nothing is written down then
     */
    boolean insert(HoldRecord hold, AuditEntry audit);

    /**
     * @return false when it is not on any more; nothing is written down then
     */
    boolean renew(HoldRecord hold, LocalDate reviewOn, AuditEntry audit);

    /**
     * @return false when it is not on any more; nothing is written down then
     */
    boolean lift(HoldRecord hold, Stamp lifted, AuditEntry audit);
}
