// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccountService;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.command.FirstAdministrator;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.SessionEnder;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.Enrolment;
import org.openbarnahus.core.service.query.Invitation;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts for those who are signed in, and the first one for whoever holds the one-time code. */
@Component(service = AccountService.class)
public final class Accounts implements AccountService {
    /** What a manager gives; roles beyond the house are given by those who have one. */
    static final Set<Role> OF_THE_HOUSE = EnumSet.of(Role.COORDINATOR, Role.PRACTITIONER, Role.MANAGER, Role.DPO);

    private final SiteStore store;
    private final Requested requested;
    private final AccountFactory factory;
    private final Enrolments enrolments;
    private final AccountChanges changes;
    private final AccessGate access;
    private final SessionEnder sessions;
    private final FirstStart firstStart;
    private final TimeSource time;

    @Activate
    public Accounts(
            @Reference SiteStore store,
            @Reference Requested requested,
            @Reference AccountFactory factory,
            @Reference Enrolments enrolments,
            @Reference AccountChanges changes,
            @Reference AccessGate access,
            @Reference SessionEnder sessions,
            @Reference FirstStart firstStart,
            @Reference TimeSource time) {
        this.store = store;
        this.requested = requested;
        this.factory = factory;
        this.enrolments = enrolments;
        this.changes = changes;
        this.access = access;
        this.sessions = sessions;
        this.firstStart = firstStart;
        this.time = time;
    }

    @Override
    public boolean waitsForFirstAdministrator() {
        return firstStart.waits();
    }

    @Override
    public Set<String> countries() {
        return Countries.codes();
    }

    @Override
    public Outcome<Enrolment> createFirstAdministrator(FirstAdministrator command) {
        return firstStart.create(command);
    }

    @Override
    @Requires(Permission.USER_GRANT)
    public Outcome<Enrolment> create(Session session, NewAccount command) {
        return allowed(session, Permission.USER_GRANT)
                .then(house -> grantable(session, command.roles(), house))
                .then(house -> alone(session, invitation(command), Optional.empty(), house))
                .then(house -> factory.create(house, command, Optional.of(session), ""));
    }

    @Override
    @Requires(Permission.USER_GRANT)
    public Outcome<Invitation> invite(Session session, NewMember command) {
        return invite(session, command, RequestKey.fresh());
    }

    @Override
    @Requires(Permission.USER_GRANT)
    public Outcome<Invitation> invite(Session session, NewMember command, RequestKey key) {
        return inTurn(
                session,
                () -> allowed(session, Permission.USER_GRANT)
                        .then(house -> enrolments.once(
                                session,
                                key,
                                command.username(),
                                () -> grantable(session, command.roles(), house)
                                        .then(same ->
                                                alone(session, AccountAct.invite(command), Optional.empty(), house))
                                        .then(same -> factory.create(house, command, Optional.of(session))))));
    }

    @Override
    @Requires(Permission.USER_GRANT)
    public Outcome<Invitation> reissue(Session session, String username) {
        return reissue(session, username, RequestKey.fresh());
    }

    @Override
    @Requires(Permission.USER_GRANT)
    public Outcome<Invitation> reissue(Session session, String username, RequestKey key) {
        return inTurn(
                session,
                () -> allowed(session, Permission.USER_GRANT)
                        .then(house -> enrolments.once(
                                session,
                                key,
                                username,
                                () -> other(session, Permission.USER_GRANT, username)
                                        .then(account -> alone(session, AccountAct.reset(username), account)))));
    }

    @Override
    @Requires(Permission.USER_GRANT)
    public Outcome<AccountInfo> setRoles(Session session, String username, Set<Role> roles) {
        if (roles.isEmpty()) {
            return Outcome.refused(Problem.at(ErrorCode.REQUIRED, "roles"));
        }
        return inTurn(
                session,
                () -> other(session, Permission.USER_GRANT, username)
                        .then(account -> grantable(session, roles, account))
                        .then(account -> alone(session, AccountAct.roles(username, roles), account))
                        .then(account -> given(session, account, roles)));
    }

    /** Whoever has a code of the account in hand was to have what the account might do then, and no more. */
    private Outcome<AccountInfo> given(Session session, AccountRecord account, Set<Role> roles) {
        if (!account.roles().containsAll(roles)) {
            enrolments.withdraw(Optional.of(session), account);
        }
        return changes.roles(Optional.of(session), account, roles);
    }

    @Override
    @Requires(Permission.USER_MANAGE)
    public Outcome<AccountInfo> close(Session session, String username) {
        return inTurn(
                session,
                () -> other(session, Permission.USER_MANAGE, username)
                        .then(account -> alone(session, AccountAct.close(username), account))
                        .then(account -> changes.enabled(Optional.of(session), account, false)));
    }

    @Override
    @Requires(Permission.USER_GRANT)
    public Outcome<AccountInfo> reopen(Session session, String username) {
        return inTurn(
                session,
                () -> other(session, Permission.USER_GRANT, username)
                        .then(account -> alone(session, AccountAct.open(username), account))
                        .then(account -> changes.enabled(Optional.of(session), account, true)));
    }

    @Override
    @Requires(Permission.USER_MANAGE)
    public Outcome<AccountInfo> endSessions(Session session, String username) {
        return other(session, Permission.USER_MANAGE, username).map(account -> {
            sessions.endAll(account.id());
            store.audit(Records.by(
                    session,
                    Records.audit(time.now(), account, AuditEntry.Action.CONFIGURE, Set.of(), "sessions-ended")));
            return info(account);
        });
    }

    @Override
    @Requires(Permission.USER_MANAGE)
    public List<AccountInfo> accounts(Session session) {
        return access.decide(session, Permission.USER_MANAGE) instanceof Decision.Allowed
                ? store.accounts(session.actor().service()).stream()
                        .map(Accounts::info)
                        .toList()
                : List.of();
    }

    @Override
    @Requires(Permission.USER_MANAGE)
    public Outcome<List<Invitation>> openInvitations(Session session) {
        return allowed(session, Permission.USER_MANAGE)
                .map(house -> store.accounts(house.id()).stream()
                        .filter(AccountRecord::enabled)
                        .flatMap(account -> enrolments.open(account).stream())
                        .sorted(Comparator.comparing(Invitation::expires))
                        .toList());
    }

    static AccountInfo info(AccountRecord account) {
        return new AccountInfo(account.id(), account.username(), account.agency(), account.roles(), account.enabled());
    }

    private static AccountAct invitation(NewAccount command) {
        return AccountAct.invite(new NewMember(command.username(), command.agency(), command.roles()));
    }

    private <T> T inTurn(Session session, Supplier<T> work) {
        return changes.inTurn(session.actor().service(), work);
    }

    private Outcome<AccountRecord> alone(Session session, AccountAct act, AccountRecord account) {
        return store.service(account.service())
                .map(house -> alone(session, act, Optional.of(account), house).map(same -> account))
                .orElseThrow();
    }

    /** What one person may do without another. */
    private Outcome<BarnahusRecord> alone(
            Session session, AccountAct act, Optional<AccountRecord> account, BarnahusRecord house) {
        return GraveActs.takesTwo(session.actor().roles(), act, account, requested.present(house.id()))
                ? Outcome.refused(Problem.of(ErrorCode.SECOND_PERSON_REQUIRED))
                : Outcome.done(house);
    }

    /** An account of the own house that is not the caller's, and whose roles the caller could have given. */
    private Outcome<AccountRecord> other(Session session, Permission permission, String username) {
        return allowed(session, permission).then(house -> {
            Optional<AccountRecord> account = CredentialRules.username(username)
                    .flatMap(store::account)
                    .filter(found -> found.service().equals(house.id()));
            if (account.isEmpty()) {
                return Outcome.refused(Problem.at(ErrorCode.NOT_FOUND, "username"));
            }
            return account.get().id().equals(session.actor().user())
                    ? Outcome.refused(Problem.of(ErrorCode.NOT_YOURSELF))
                    : grantable(session, account.get().roles(), account.get());
        });
    }

    private static <T> Outcome<T> grantable(Session session, Set<Role> roles, T value) {
        return mayGrant(session, roles)
                ? Outcome.done(value)
                : Outcome.refused(Problem.at(ErrorCode.ROLE_NOT_GRANTABLE, "roles"));
    }

    static boolean mayGrant(Session session, Set<Role> roles) {
        return session.actor().is(Role.NATIONAL_ADMIN) || OF_THE_HOUSE.containsAll(roles);
    }

    private Outcome<BarnahusRecord> allowed(Session session, Permission permission) {
        return access.admit(session, permission)
                .map(purpose -> store.service(session.actor().service())
                        .orElseThrow(() -> new IllegalStateException("a session without a house")));
    }
}
