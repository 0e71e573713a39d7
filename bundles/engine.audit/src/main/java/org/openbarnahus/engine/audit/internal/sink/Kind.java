// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.util.Locale;

/** What is copied. */
enum Kind {
    CHECKPOINTS,
    ENTRIES,
    LOG;

    /** In files' names, positions and as MSGID of syslog. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
