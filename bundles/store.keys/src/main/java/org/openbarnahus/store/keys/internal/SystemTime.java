// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Component;

/** The machine's clock, in microseconds as databases keep them: what was written is what is read back. */
@Component
public final class SystemTime implements TimeSource {
    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
