// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SecondPersonService;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.query.AccountRequest;
import org.openbarnahus.core.service.query.Confirmed;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One person asks, another confirms. */
@Component(service = SecondPersonService.class)
public final class SecondPersons implements SecondPersonService {
    private final AccessGate access;
    private final SiteStore site;
    private final AccountFactory factory;
    private final Requested requested;
    private final ConfirmedActs acts;

    @Activate
    public SecondPersons(
            @Reference AccessGate access,
            @Reference SiteStore site,
            @Reference AccountFactory factory,
            @Reference Requested requested,
            @Reference ConfirmedActs acts) {
        this.access = access;
        this.site = site;
        this.factory = factory;
        this.requested = requested;
        this.acts = acts;
    }

    @Override
    @Requires(Permission.USER_GRANT)
    public Outcome<AccountRequest> ask(Session session, AccountAct act) {
        return allowed(session, Permission.USER_GRANT)
                .then(house -> sound(session, house, act))
                .then(sound -> house(session).then(house -> acts.ask(session, house, sound)))
                .map(open -> open.info(Optional.of(session)));
    }

    /** What one person alone would be refused only because it takes two. */
    private Outcome<AccountAct> sound(Session session, BarnahusRecord house, AccountAct act) {
        List<AccountRecord> all = site.accounts(house.id());
        Optional<AccountRecord> account = Optional.empty();
        if (act.kind() == AccountAct.Kind.INVITE) {
            List<Problem> problems =
                    factory.problems(new NewMember(act.username(), act.agency().orElseThrow(), act.roles()));
            if (!problems.isEmpty()) {
                return Outcome.refused(problems);
            }
        } else {
            account = all.stream()
                    .filter(each -> CredentialRules.username(act.username())
                            .filter(each.username()::equals)
                            .isPresent())
                    .findFirst();
            if (account.isEmpty()) {
                return Outcome.refused(Problem.at(ErrorCode.NOT_FOUND, "username"));
            }
        }
        String name = CredentialRules.username(act.username()).orElseThrow();
        AccountAct plain = new AccountAct(act.kind(), name, act.agency(), act.roles());
        return refusal(session, plain, account, requested.present(house.id()))
                .<Outcome<AccountAct>>map(Outcome::refused)
                .orElse(Outcome.done(plain));
    }

    private static Optional<Problem> refusal(
            Session session, AccountAct act, Optional<AccountRecord> account, List<AccountRecord> house) {
        UserId me = session.actor().user();
        if (account.filter(each -> each.id().equals(me)).isPresent()) {
            return Optional.of(Problem.of(ErrorCode.NOT_YOURSELF));
        }
        if (act.kind() == AccountAct.Kind.ROLES && act.roles().isEmpty()) {
            return Optional.of(Problem.at(ErrorCode.REQUIRED, "roles"));
        }
        boolean grantable = Accounts.mayGrant(session, act.roles())
                && account.map(each -> Accounts.mayGrant(session, each.roles())).orElse(true);
        if (!grantable) {
            return Optional.of(Problem.at(ErrorCode.ROLE_NOT_GRANTABLE, "roles"));
        }
        return GraveActs.takesTwo(session.actor().roles(), act, account, house)
                ? Optional.empty()
                : Optional.of(Problem.of(ErrorCode.NO_SECOND_PERSON_NEEDED));
    }

    @Override
    @Requires(Permission.REQUEST_READ)
    public Outcome<List<AccountRequest>> waiting(Session session) {
        return allowed(session, Permission.REQUEST_READ)
                .map(house -> requested.open(house).stream()
                        .map(open -> open.info(Optional.of(session)))
                        .toList());
    }

    @Override
    @Requires(Permission.REQUEST_CONFIRM)
    public Outcome<Confirmed> confirm(Session session, UUID request) {
        return allowed(session, Permission.REQUEST_CONFIRM)
                .then(house -> acts.perform(
                        house,
                        request,
                        Optional.of(session),
                        open -> open.info(Optional.of(session)).mayConfirm()
                                ? Optional.empty()
                                : Optional.of(Problem.of(ErrorCode.NOT_YOURSELF))));
    }

    @Override
    @Requires(Permission.REQUEST_READ)
    public Outcome<AccountRequest> withdraw(Session session, UUID request) {
        return allowed(session, Permission.REQUEST_READ)
                .then(house -> requested.find(house, request).then(open -> {
                    AccountRequest info = open.info(Optional.of(session));
                    if (!info.mine() && !info.mayConfirm()) {
                        return Outcome.refused(Problem.of(ErrorCode.NOT_YOURSELF));
                    }
                    String detail = info.mine() ? "withdrawn" : "declined";
                    return requested.close(open.request(), Optional.of(session), AuditEntry.Action.REMOVE, detail)
                            ? Outcome.done(info)
                            : Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
                }));
    }

    private Outcome<BarnahusRecord> allowed(Session session, Permission permission) {
        return access.admit(session, permission).then(purpose -> house(session));
    }

    private Outcome<BarnahusRecord> house(Session session) {
        return Outcome.done(site.service(session.actor().service())
                .orElseThrow(() -> new IllegalStateException("a session without a house")));
    }
}
