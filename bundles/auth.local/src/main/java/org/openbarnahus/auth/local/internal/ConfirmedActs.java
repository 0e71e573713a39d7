// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.query.Confirmed;
import org.openbarnahus.core.service.query.Invitation;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Does what a second person has confirmed. The request goes first: of two who confirm at once only one does it, and what
 * breaks off in between has to be asked for again rather than done twice.
 */
@Component(service = ConfirmedActs.class)
public final class ConfirmedActs {
    private final Requested requested;
    private final AccountFactory factory;
    private final AccountChanges changes;
    private final Enrolments enrolments;

    @Activate
    public ConfirmedActs(
            @Reference Requested requested,
            @Reference AccountFactory factory,
            @Reference AccountChanges changes,
            @Reference Enrolments enrolments) {
        this.requested = requested;
        this.factory = factory;
        this.changes = changes;
        this.enrolments = enrolments;
    }

    /** Looks how many wait and puts one more there, before anybody else does. */
    Outcome<Requested.Open> ask(Session session, BarnahusRecord house, AccountAct act) {
        return changes.inTurn(house.id(), () -> requested.add(session, house, act));
    }

    /**
     * Judges it as it is in this moment: since it was asked for, or looked at, somebody may have become more or less.
     *
     * @param by the second person; nobody for the owner of the data directory
     * @param refusal why this person may not, if so
     */
    Outcome<Confirmed> perform(
            BarnahusRecord house,
            UUID request,
            Optional<Session> by,
            Function<Requested.Open, Optional<Problem>> refusal) {
        return changes.inTurn(
                house.id(),
                () -> requested
                        .find(house, request)
                        .then(open -> refusal.apply(open)
                                .<Outcome<Confirmed>>map(Outcome::refused)
                                .orElseGet(() -> inTurn(house, open, by))));
    }

    private Outcome<Confirmed> inTurn(BarnahusRecord house, Requested.Open open, Optional<Session> by) {
        AccountAct act = open.request().act();
        List<Problem> problems = problems(act, open.concerned());
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        String detail = by.isPresent() ? "confirmed" : "confirmed-local";
        if (!requested.close(open.request(), by, AuditEntry.Action.CONFIGURE, detail)) {
            return Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
        }
        Outcome<Optional<Invitation>> done = act.kind() == AccountAct.Kind.INVITE
                ? factory.create(house, member(act), by).map(account -> Optional.of(enrolments.issue(by, account)))
                : done(act, open.concerned().orElseThrow(), by);
        return done.map(code -> new Confirmed(act, code));
    }

    private List<Problem> problems(AccountAct act, Optional<AccountRecord> concerned) {
        if (act.kind() == AccountAct.Kind.INVITE) {
            return factory.problems(member(act));
        }
        return concerned.isEmpty() ? List.of(Problem.at(ErrorCode.NOT_FOUND, "username")) : List.of();
    }

    private Outcome<Optional<Invitation>> done(AccountAct act, AccountRecord account, Optional<Session> by) {
        return switch (act.kind()) {
            case RESET -> Outcome.done(Optional.of(enrolments.issue(by, account)));
            case CLOSE -> changes.enabled(by, account, false).map(info -> Optional.empty());
            case OPEN -> changes.enabled(by, account, true).map(info -> Optional.empty());
            case ROLES -> {
                // a code that one person alone has in hand would open the account with its new roles
                enrolments.withdraw(by, account);
                yield changes.roles(by, account, act.roles()).map(info -> Optional.empty());
            }
            case INVITE -> throw new IllegalStateException("a new account is nobody's yet");
        };
    }

    private static NewMember member(AccountAct act) {
        return new NewMember(act.username(), act.agency().orElseThrow(), act.roles());
    }
}
