// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.service.command.ChangeMember;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.WriteUnit;
import org.openbarnahus.core.service.store.Written;
import org.openbarnahus.engine.casework.internal.save.Caller;

/** One change of a case's members; the case is locked by then. The trail names case and account and until when. */
record ChangingMember(Caller caller, AccountRecord account, ChangeMember command) {
    private static final int LONGEST_YEARS = 10;

    Outcome<CaseMember> change(WriteUnit unit) {
        List<CaseMember> rows = unit.members(command.caseId());
        if (version(rows) != command.expectedVersion()) {
            return Outcome.refused(Problem.of(ErrorCode.STALE));
        }
        Optional<CaseMember> before =
                rows.stream().filter(m -> m.account().equals(account.id())).findFirst();
        return command.takeOff() ? takeOff(unit, before) : put(unit, before);
    }

    /** Of all members together: rows stay, and each change adds one. */
    static long version(List<CaseMember> rows) {
        return rows.stream().mapToLong(CaseMember::version).sum();
    }

    /** With its entry in the trail of the case, which says what was done or why nothing was. */
    <T> Written<Outcome<T>> written(Outcome<T> outcome) {
        String id = command.caseId().toString();
        AuditEntry entry = switch (outcome) {
            case Outcome.Done<T> done -> caller.did(Action.CHANGE, "case", id, Set.of("members"), detail());
            case Outcome.Refused<T> refused ->
                caller.wasRefused(
                        Action.CHANGE,
                        "case",
                        id,
                        refused.problems().getFirst().code().name());
        };
        return new Written<>(outcome, List.of(entry), List.of());
    }

    private String detail() {
        String until = command.lastDay().map(day -> " until:" + day).orElse("");
        return command.takeOff() ? "ended account:" + account.id() : "granted account:" + account.id() + until;
    }

    private Outcome<CaseMember> takeOff(WriteUnit unit, Optional<CaseMember> before) {
        Optional<CaseMember> after =
                before.filter(m -> m.current(caller.today())).map(CaseMember::end);
        after.ifPresent(unit::update);
        return after.map(Outcome::done).orElseGet(() -> Outcome.refused(Problem.at(ErrorCode.NOT_FOUND, "username")));
    }

    private Outcome<CaseMember> put(WriteUnit unit, Optional<CaseMember> before) {
        if (command.lastDay().filter(day -> day.isBefore(caller.today())).isPresent()) {
            return Outcome.refused(Problem.at(
                    ErrorCode.DATE_BEFORE, "until", "other", caller.today().toString()));
        }
        if (command.lastDay()
                .filter(day -> day.isAfter(caller.today().plusYears(LONGEST_YEARS)))
                .isPresent()) {
            return Outcome.refused(Problem.at(ErrorCode.WRONG_TYPE, "until"));
        }
        CaseMember after = before.map(m -> m.until(command.lastDay(), caller.stamp(), caller.today()))
                .orElseGet(() -> CaseMember.granted(command.caseId(), account.id(), caller.stamp(), command.lastDay()));
        if (before.isPresent()) {
            unit.update(after);
        } else {
            unit.insert(after);
        }
        return Outcome.done(after);
    }
}
