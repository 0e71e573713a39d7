// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.spi.privacy;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds what points to a person in a text: national numbers, phones, addresses. Register one as an OSGi service. Pure and
 * fast (below 50 ms for 2,000 characters); must not keep or log the text.
 */
@ConsumerType
public interface IdentifierDetector {
    /** Unique, with the owner's prefix: {@code se.personal_numbers}. */
    String id();

    /** ISO 3166 codes of the countries it covers; empty when it is not bound to a country. */
    Set<String> countries();

    /**
     * @param text normalised (NFKC, zero-width characters taken out), at most 20,000 characters
     */
    List<Finding> find(String text);
}
