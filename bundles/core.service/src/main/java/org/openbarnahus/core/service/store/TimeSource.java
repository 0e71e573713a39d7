// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.osgi.annotation.versioning.ProviderType;

/** The only source of "now". */
@ProviderType
public interface TimeSource {
    Instant now();

    default LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }
}
