// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.openbarnahus.core.security.Agency;

/**
 * Somebody who works with a case.
 *
 * @param grantedBy name of the account; absent when it is not there any more, and when nobody did it
 * @param byUpdate whether the update to need-to-know did it
 * @param lastDay absent for as long as the case is worked on
 */
public record Colleague(
        String username,
        Agency agency,
        Instant since,
        Optional<String> grantedBy,
        boolean byUpdate,
        Optional<LocalDate> lastDay) {}
