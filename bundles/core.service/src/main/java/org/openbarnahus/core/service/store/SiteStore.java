// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.security.AuditEntry;
import org.osgi.annotation.versioning.ProviderType;

/** What belongs to the installation, not to one Barnahus: houses, accounts, schema history, tokens' owners. */
@ProviderType
public interface SiteStore {
    List<BarnahusRecord> services();

    Optional<BarnahusRecord> service(ServiceId id);

    /**
     * Whether it may lie in this database beside those that are there. The embedded database is for one house: a file and a
     * key of its own are what keeps it apart from others.
     */
    default boolean takes(BarnahusRecord service) {
        return true;
    }

    /**
     * @throws IllegalArgumentException when the database does not take it
     */
    void insert(BarnahusRecord service, AuditEntry audit);

    Optional<AccountRecord> account(String username);

    List<AccountRecord> accounts(ServiceId service);

    long countAccounts();

    void insert(AccountRecord account, AuditEntry audit);

    /**
     * Replaces an account's credentials and state. From the entry's time on disuse of an account that is opened again counts
     * anew ({@link AccountUse}).
     *
     * @throws StaleVersionException when the version is not the stored one
     */
    void update(AccountRecord account, AuditEntry audit);

    /** As {@link #update(AccountRecord, AuditEntry)} with several entries, all in the one transaction; the first says when. */
    default void update(AccountRecord account, List<AuditEntry> audit) {
        update(account, audit.getFirst());
        audit.stream().skip(1).forEach(this::audit);
    }

    /**
     * Marks a TOTP step as used.
     *
     * @return false when the step, or a later one, was used before: a code works once
     */
    boolean useOtpStep(String username, long step);

    /** Schema history: the canonical text of a snapshot, stored once. */
    void keepSnapshot(SnapshotId id, String country, String canonicalJson);

    Optional<String> snapshot(SnapshotId id);

    /**
     * A few of the country's snapshots whose canonical text contains the text.
     *
     * @param text without wildcards
     */
    default List<SnapshotId> snapshotsWith(String country, String text) {
        return List.of();
    }

    /** Audit entries of what is not a change to case data: reads, searches, denials, sign-ins. Batched, never dropped. */
    void audit(AuditEntry entry);

    /** Whose token this is, without using it up. */
    Optional<TokenRecord> token(byte[] tokenHash);

    /** Throws {@link org.openbarnahus.core.service.StoreUnavailableException} when the database does not answer. */
    void ping();

    /** Product name and version of the database, for health and support. */
    String describe();

    /** Events that are committed and not yet handed to every listener; 0 when all have been. */
    default long pendingEvents() {
        return 0;
    }
}
