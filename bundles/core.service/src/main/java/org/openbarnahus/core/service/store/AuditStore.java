// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The audit trail as it was written, one hash chain per house and one for the site, and the alerts drawn from it. Nothing here
 * changes an entry. Trouble with the database is a {@link org.openbarnahus.core.service.StoreUnavailableException}.
 */
@ProviderType
public interface AuditStore {
    /** The chain of what belongs to no house: sign-ins of nobody known, keys, the installation. */
    ServiceId SITE = new ServiceId(new UUID(0, 0));

    /** Where every chain stands. */
    List<ChainHead> heads();

    /** As {@link #heads}; what is answered is on disk, and outlives a power cut. */
    List<ChainHead> settledHeads();

    Optional<ChainedEntry> entry(ServiceId chain, long seq);

    /** At most {@code limit} entries with a greater number, in order. */
    List<ChainedEntry> after(ServiceId chain, long seq, int limit);

    /**
     * Number of the first entry that was changed, or before which one is missing; empty when the chain is whole up to its head.
     * Reads and hashes all of it.
     */
    OptionalLong brokenAt(ServiceId chain);

    /** Number of the newest entry that was written before the time, 0 when there is none. */
    long seqBefore(ServiceId chain, Instant time);

    List<ChainedEntry> find(ServiceId chain, AuditSearch search);

    /** Writes an entry of a house that is a change in itself: it is there when this returns. */
    void append(ServiceId house, AuditEntry entry);

    /** What concerns one object since a time, newest first: quick however long the trail is. */
    List<ChainedEntry> about(ServiceId chain, String objectId, Instant from, int limit);

    /** The numbers of the house's cases; ids of others are left out. */
    Map<CaseId, String> caseNumbers(ServiceId house, Set<CaseId> ids);

    /** Hands over every entry up to the heads of the moment, chain by chain, in order. Gives back how many there were. */
    long forEach(Consumer<ChainedEntry> consumer);

    /** The alerts of a house, newest first. */
    List<AlertRecord> alerts(ServiceId house, boolean openOnly, int limit);

    long openAlerts(ServiceId house);

    /** Keeps a new alert. */
    void insert(AlertRecord alert, AuditEntry audit);

    /** Counts further events of an alert that nobody has acknowledged; false when somebody has meanwhile. */
    boolean count(AlertRecord alert);

    /**
     * Acknowledges an open alert of the house.
     *
     * @return false when there is none, or it is acknowledged already
     */
    boolean acknowledge(ServiceId house, UUID alert, AlertRecord.Acknowledged by, AuditEntry audit);
}
