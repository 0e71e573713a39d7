// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Registered by engine.schema while the law of at least one configured country is active, and no longer: whoever may only
 * work with the law present refers to it statically. The service property {@value #COUNTRY} lists the countries and changes
 * with them.
 */
@ProviderType
public interface CountryReady {
    /** Service property with the ISO 3166 codes, sorted. */
    String COUNTRY = "openbarnahus.country";

    /** ISO 3166 codes of the countries whose composition exists, at least one. */
    Set<String> countries();
}
