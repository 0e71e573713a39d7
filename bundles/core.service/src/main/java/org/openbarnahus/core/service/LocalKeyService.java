// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.KeyAge;
import org.openbarnahus.core.service.store.RootKeys;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keys, in the hands of whoever owns the data directory: no session, no permission, as with {@link LocalAccountService}.
 * rest.admin alone calls this. Implemented by store.jpa.
 */
@ProviderType
public interface LocalKeyService {
    /**
     * Gives the house a new key, and begins to bring everything under it, in the background and in small transactions; while it
     * is not done, it goes on after every start. Asked for again while it is not done, it begins nothing.
     */
    Rotation rotate(ServiceId house);

    /** How far it is, or how the last time ended; empty when it was never asked for. */
    List<Rotation> rotations();

    /**
     * A new root key for the installation, with every key wrapped anew by it. The one of before is kept as a numbered file; when
     * all is {@link RootKeys#done done}, somebody may take it away.
     */
    RootKeys rotateRoot();

    RootKeys root();

    /** New keys of the installation itself, for account secrets and backups. */
    void rotateSite();

    /** When which key was made and should have a successor. */
    List<KeyAge> ages();

    /**
     * @param cases so many were gone through
     * @param texts so many were encrypted anew
     */
    record Rotation(ServiceId house, Instant started, long cases, long texts, Optional<Instant> finished) {}
}
