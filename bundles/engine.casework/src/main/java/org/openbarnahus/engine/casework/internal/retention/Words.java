// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.retention;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.store.HoldRecord;
import org.openbarnahus.core.service.store.ProposalRecord;
import org.openbarnahus.engine.casework.internal.save.Caller;

/** What the trail says about keeping cases: entries of the case, so that a search for the case finds them. Never what somebody wrote. */
final class Words {
    private static final String TYPE = "case";
    private static final Set<String> HOLD = Set.of("hold");

    private Words() {}

    static AuditEntry placed(Caller caller, HoldRecord hold) {
        return did(caller, hold, "hold-placed review:" + hold.reviewOn());
    }

    static AuditEntry renewed(Caller caller, HoldRecord hold) {
        return did(caller, hold, "hold-renewed review:" + hold.reviewOn());
    }

    static AuditEntry lifted(Caller caller, HoldRecord hold) {
        return did(caller, hold, "hold-lifted");
    }

    private static AuditEntry did(Caller caller, HoldRecord hold, String detail) {
        return caller.did(Action.CHANGE, TYPE, hold.caseId().toString(), HOLD, detail + " id:" + hold.id());
    }

    static AuditEntry refused(Caller caller, String caseId, String reason) {
        return caller.wasRefused(Action.CHANGE, TYPE, caseId, "hold " + reason);
    }

    /** By nobody: the time was over. */
    static AuditEntry proposed(ProposalRecord proposal, Instant now) {
        return byNobody(
                proposal, now, "retention-proposed rule:" + proposal.ruleId() + " kept-until:" + proposal.until());
    }

    /** By nobody: the case is open again, or the law is another. */
    static AuditEntry withdrawn(ProposalRecord proposal, Instant now) {
        return byNobody(proposal, now, "retention-withdrawn rule:" + proposal.ruleId());
    }

    private static AuditEntry byNobody(ProposalRecord proposal, Instant now, String detail) {
        return new AuditEntry(
                now,
                Optional.of(proposal.service()),
                Optional.empty(),
                "",
                Purpose.ADMINISTRATION,
                Action.CHANGE,
                TYPE,
                proposal.caseId().toString(),
                Result.DONE,
                Set.of("retention"),
                detail);
    }
}
