// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.Instant;
import java.util.Optional;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.store.AuditStore;

/**
 * An entry that a rule points at.
 *
 * @param house {@link AuditStore#SITE} when it concerns every house
 */
record Finding(ServiceId house, String rule, Optional<UserId> user, Instant at, long seq) {
    static final String DENIED = "denied";
    static final String DENIAL_BURST = "denial_burst";
    static final String BULK_READ = "bulk_read";
    static final String BULK_LIST = "bulk_list";
    static final String BULK_FIGURES = "bulk_figures";
    static final String ODD_HOURS = "odd_hours";
    static final String GUESSING = "guessing";
    static final String SHARED_LOGIN = "shared_login";
    static final String EMERGENCY = "emergency";
    static final String EMERGENCY_OVERDUE = "emergency_overdue";
    static final String PAGE_POLICY = "page_policy";
    static final String DOOR = "door";
    static final String SINK_LATE = "sink_late";
    static final String FOREIGN_ROW = "foreign_row";
    static final String GRAVE_STOPPED = "grave_stopped";
    static final String CHAIN = "audit_chain";

    boolean everywhere() {
        return house.equals(AuditStore.SITE);
    }

    Finding in(ServiceId other) {
        return new Finding(other, rule, user, at, seq);
    }
}
