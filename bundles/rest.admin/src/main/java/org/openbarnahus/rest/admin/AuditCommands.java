// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.LocalAuditService;

/** The commands about the audit trail. */
record AuditCommands(Supplier<@Nullable LocalAuditService> service) {
    private static final Reply NOT_THERE = new Reply(Reply.CANNOT, "The audit trail is not open yet. Try again.");

    Reply check() {
        LocalAuditService audit = service.get();
        if (audit == null) {
            return NOT_THERE;
        }
        List<String> faults = audit.check();
        return faults.isEmpty()
                ? new Reply(Reply.DONE, "The audit trail agrees with its signed checkpoints.")
                : new Reply(Reply.CANNOT, String.join("\n", faults));
    }

    Reply dump() {
        LocalAuditService audit = service.get();
        if (audit == null) {
            return NOT_THERE;
        }
        LocalAuditService.Dump dump = audit.dump();
        return new Reply(
                Reply.DONE,
                dump.entries() + " entries. Check them, here or elsewhere:\nhub admin audit-verify "
                        + dump.entriesFile() + " " + dump.checkpointsFile() + " " + dump.keyFile());
    }
}
