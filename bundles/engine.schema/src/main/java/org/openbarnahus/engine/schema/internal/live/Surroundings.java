// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.service.store.SiteStore;

/** What the schema house needs of the running product. */
interface Surroundings {
    /** The database, when it is there. */
    Optional<SiteStore> store();

    /** Tells everybody who listens; one listener's trouble is not the others'. */
    void schemaChanged(String country);

    /** Tells everybody who listens that packs have come, gone or changed their state. */
    void packsChanged();

    /** Says which countries are ready now; none withdraws the service. */
    void ready(Set<String> countries);
}
