// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.time.Instant;

/**
 * One line that goes out, as it lies here.
 *
 * @param text JSON, without its line end
 */
record Item(Instant at, Severity severity, String text) {
    /** Of RFC 5424, table 2. */
    enum Severity {
        ERROR(3),
        WARNING(4),
        INFORMATIONAL(6);

        final int number;

        Severity(int number) {
            this.number = number;
        }
    }
}
