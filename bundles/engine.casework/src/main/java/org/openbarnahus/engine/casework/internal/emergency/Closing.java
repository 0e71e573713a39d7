// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.emergency;

import java.util.List;
import java.util.UUID;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.service.EmergencyAccessService;
import org.openbarnahus.core.service.command.ReviewEmergency;
import org.openbarnahus.core.service.gate.EmergencyGate;
import org.openbarnahus.core.service.gate.PrivacyGate;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.WriteUnit;
import org.openbarnahus.core.service.store.Written;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Screened;

/** The end of an emergency access before its time, and what somebody found when looking at it afterwards. */
record Closing(EmergencyGate rules, PrivacyGate privacy, TenantStore store, SiteStore site) {
    private static final Screened NOTE =
            new Screened("note", EmergencyAccessService.SHORTEST_NOTE, EmergencyAccessService.LONGEST_NOTE);

    /** One change of one access. */
    private interface Change {
        Written<Outcome<EmergencyAccess>> of(EmergencyAccess access, WriteUnit unit);
    }

    Outcome<EmergencyAccess> end(Caller caller, UUID id, long expectedVersion) {
        return change(caller, id, (access, unit) -> ended(caller, access, expectedVersion, unit));
    }

    Outcome<EmergencyAccess> review(Caller caller, ReviewEmergency command) {
        String note = command.note().strip();
        List<Problem> problems = NOTE.problems(privacy, caller.actor().country(), note);
        if (!problems.isEmpty()) {
            site.audit(Words.refused(caller, "", problems.getFirst().code().name()));
            return Outcome.refused(problems);
        }
        return change(
                caller,
                command.access(),
                (access, unit) -> reviewed(
                        caller, access, new EmergencyAccess.Review(caller.stamp(), command.justified(), note), unit));
    }

    private Outcome<EmergencyAccess> change(Caller caller, UUID id, Change change) {
        try {
            return store.write(
                    caller.service(),
                    unit -> unit.emergency(id)
                            .filter(access -> reaches(caller, access))
                            .map(access -> change.of(access, unit))
                            .orElseGet(() -> refused(Words.denied(caller, "", "unknown"), ErrorCode.NOT_FOUND)));
        } catch (StaleVersionException e) {
            return Outcome.refused(Problem.of(ErrorCode.STALE));
        }
    }

    private boolean reaches(Caller caller, EmergencyAccess access) {
        return access.account().equals(caller.actor().user())
                || rules.reachesAll(caller.session(), caller.permission());
    }

    private static Written<Outcome<EmergencyAccess>> ended(
            Caller caller, EmergencyAccess access, long expectedVersion, WriteUnit unit) {
        String caseId = access.caseId().toString();
        if (access.version() != expectedVersion) {
            return refused(Words.refused(caller, caseId, ErrorCode.STALE.name()), ErrorCode.STALE);
        }
        if (!access.running(caller.now())) {
            return new Written<>(Outcome.done(access), List.of(Words.refused(caller, caseId, "over")), List.of());
        }
        EmergencyAccess after = access.end(caller.stamp());
        unit.update(after);
        return new Written<>(Outcome.done(after), List.of(Words.ended(caller, after)), List.of());
    }

    private Written<Outcome<EmergencyAccess>> reviewed(
            Caller caller, EmergencyAccess access, EmergencyAccess.Review found, WriteUnit unit) {
        String caseId = access.caseId().toString();
        if (rules.review(caller.session(), access) instanceof Decision.Denied denied) {
            return refused(Words.denied(caller, caseId, denied.reason()), denied.code());
        }
        if (access.review().filter(before -> same(before, found)).isPresent()) {
            return new Written<>(Outcome.done(access), List.of(Words.refused(caller, caseId, "repeated")), List.of());
        }
        if (access.review().isPresent()) {
            return refused(Words.refused(caller, caseId, ErrorCode.STALE.name()), ErrorCode.STALE);
        }
        EmergencyAccess after = access.reviewed(found);
        unit.update(after);
        return new Written<>(Outcome.done(after), List.of(Words.reviewed(caller, after, found.justified())), List.of());
    }

    /** A repeat of the same request. */
    private static boolean same(EmergencyAccess.Review before, EmergencyAccess.Review now) {
        return before.by().by().equals(now.by().by())
                && before.justified() == now.justified()
                && before.note().equals(now.note());
    }

    private static Written<Outcome<EmergencyAccess>> refused(AuditEntry entry, ErrorCode code) {
        return new Written<>(Outcome.refused(Problem.of(code)), List.of(entry), List.of());
    }
}
