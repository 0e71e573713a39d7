// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.util.EnumSet;
import java.util.Set;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.service.store.CallerAddress;

/**
 * Which entries say from where: sign-ins, what was refused or denied, settings and exports. An attack is followed by them. Who
 * reads and writes which case does not need it: where staff are all day is nobody's business (decision 44).
 */
final class AuditAddress {
    private static final Set<Action> WANTED = EnumSet.of(Action.SIGN_IN, Action.CONFIGURE, Action.EXPORT);

    private AuditAddress() {}

    /** To be called by the thread that was asked. */
    static AuditEntry added(AuditEntry entry) {
        String address = CallerAddress.now();
        boolean wanted = WANTED.contains(entry.action()) || entry.result() != Result.DONE;
        return wanted && !address.isEmpty() && entry.address().isEmpty() ? entry.from(address) : entry;
    }
}
