// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.emergency;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.engine.casework.internal.save.Caller;

/**
 * What the trail says about emergency access: entries of the case, so that a search for the case finds them. The first word of a
 * detail is what engine.audit knows the entry by; never what somebody wrote.
 */
final class Words {
    static final String USED = "emergency-access";
    static final String ENDED = "emergency-ended";
    static final String REVIEWED = "emergency-reviewed";
    static final String OVERDUE = "emergency-review-overdue";

    private static final String TYPE = "case";

    private Words() {}

    static AuditEntry used(Caller caller, EmergencyAccess access) {
        String detail = USED + " " + access.reason().code() + " until:" + access.until() + " id:" + access.id();
        return caller.did(Action.CHANGE, TYPE, access.caseId().toString(), Set.of("members"), detail);
    }

    static AuditEntry ended(Caller caller, EmergencyAccess access) {
        String detail = ENDED + " account:" + access.account() + " id:" + access.id();
        return caller.did(Action.CHANGE, TYPE, access.caseId().toString(), Set.of("members"), detail);
    }

    static AuditEntry reviewed(Caller caller, EmergencyAccess access, boolean justified) {
        String detail = REVIEWED + (justified ? " justified" : " not-justified") + " account:" + access.account()
                + " id:" + access.id();
        return caller.did(Action.CHANGE, TYPE, access.caseId().toString(), Set.of("review"), detail);
    }

    /**
     * Somebody asked for what (s)he is not given: the alerts count it.
     *
     * @param caseId empty text when there is no such case
     */
    static AuditEntry denied(Caller caller, String caseId, String reason) {
        return new AuditEntry(
                caller.now(),
                Optional.of(caller.service()),
                Optional.of(caller.actor().user()),
                caller.session().id(),
                caller.purpose(),
                Action.CHANGE,
                TYPE,
                caseId,
                Result.DENIED,
                Set.of(),
                "emergency " + reason);
    }

    static AuditEntry refused(Caller caller, String caseId, String reason) {
        return caller.wasRefused(Action.CHANGE, TYPE, caseId, reason);
    }

    /** By nobody: the time was over. */
    static AuditEntry overdue(ServiceId house, EmergencyAccess access, Instant now) {
        return new AuditEntry(
                now,
                Optional.of(house),
                Optional.empty(),
                "",
                Purpose.OVERSIGHT,
                Action.CHANGE,
                TYPE,
                access.caseId().toString(),
                Result.DONE,
                Set.of("review"),
                OVERDUE + " account:" + access.account() + " id:" + access.id());
    }
}
