// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import org.osgi.annotation.versioning.ConsumerType;

/** Register one as an OSGi service to be told, on any thread, that the schema of a country has changed, come or gone. */
@ConsumerType
public interface SchemaListener {
    void schemaChanged(String country);

    /**
     * Tells that the packs that were found, or their state, are others: also when no schema has changed, as when a pack is
     * refused.
     */
    default void packsChanged() {}
}
