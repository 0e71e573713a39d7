// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import org.osgi.annotation.versioning.ConsumerType;

/** Register one as an OSGi service to be told, on any thread, that the schema of a country has changed, come or gone. */
@ConsumerType
public interface SchemaListener {
    void schemaChanged(String country);
}
