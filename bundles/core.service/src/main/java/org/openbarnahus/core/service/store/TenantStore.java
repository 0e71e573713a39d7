// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Duration;
import java.util.function.Function;
import org.openbarnahus.core.model.id.ServiceId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The data of one Barnahus, in transactions. Implemented by store.jpa, which opens a transaction, hands a {@link Unit} to the
 * work and commits. Trouble with the database is a {@link org.openbarnahus.core.service.StoreUnavailableException}; nothing of
 * the work is then kept. A lost race for a version is an {@link StaleVersionException}.
 */
@ProviderType
public interface TenantStore {
    /** Runs work that only reads. */
    <T> T read(ServiceId tenant, Function<ReadUnit, T> work);

    /**
     * Like {@link #read}, for what somebody is told has been done: returns after all that the work may have seen is on disk. The
     * request that wrote it may have been told that it was not saved, because the disk did not answer.
     */
    default <T> T settled(ServiceId tenant, Function<ReadUnit, T> work) {
        return read(tenant, work);
    }

    /**
     * Runs work that writes, and writes the audit entries and events it returns in the same transaction: a change without
     * its audit entry cannot be expressed. Returns after commit and sync to disk.
     */
    <T> T write(ServiceId tenant, Function<WriteUnit, Written<T>> work);

    /**
     * Like {@link #write}, for work on thousands of rows that nobody should have to cut into pieces: all of it is done or
     * nothing, and it may take longer than an ordinary write.
     *
     * @param longest time that the whole may take before it is rolled back
     */
    default <T> T write(ServiceId tenant, Duration longest, Function<WriteUnit, Written<T>> work) {
        return write(tenant, work);
    }
}
