// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccountService;
import org.openbarnahus.core.service.command.FirstAdministrator;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.Enrolment;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts for those who are signed in, and the first one for whoever holds the one-time code. */
@Component(service = AccountService.class)
public final class Accounts implements AccountService {
    /** What a manager gives; roles beyond the house are given by those who have one. */
    private static final Set<Role> OF_THE_HOUSE =
            EnumSet.of(Role.COORDINATOR, Role.PRACTITIONER, Role.MANAGER, Role.DPO);

    private final SiteStore store;
    private final AccountFactory factory;
    private final AccessGate access;
    private final FirstStart firstStart;

    @Activate
    public Accounts(
            @Reference SiteStore store,
            @Reference AccountFactory factory,
            @Reference AccessGate access,
            @Reference FirstStart firstStart) {
        this.store = store;
        this.factory = factory;
        this.access = access;
        this.firstStart = firstStart;
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
    @Requires(Permission.USER_MANAGE)
    public Outcome<Enrolment> create(Session session, NewAccount command) {
        Optional<Problem> denied = denied(session);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        List<Role> beyond = new ArrayList<>(command.roles());
        beyond.removeAll(OF_THE_HOUSE);
        if (!beyond.isEmpty() && !session.actor().is(Role.NATIONAL_ADMIN)) {
            return Outcome.refused(Problem.at(ErrorCode.ROLE_NOT_GRANTABLE, "roles"));
        }
        BarnahusRecord house = store.service(session.actor().service())
                .orElseThrow(() -> new IllegalStateException("a session without a house"));
        return factory.create(house, command, Optional.of(session), "");
    }

    @Override
    @Requires(Permission.USER_MANAGE)
    public List<AccountInfo> accounts(Session session) {
        return denied(session).isPresent()
                ? List.of()
                : store.accounts(session.actor().service()).stream()
                        .map(Accounts::info)
                        .toList();
    }

    static AccountInfo info(AccountRecord account) {
        return new AccountInfo(account.id(), account.username(), account.agency(), account.roles(), account.enabled());
    }

    private Optional<Problem> denied(Session session) {
        return switch (access.decide(session, Permission.USER_MANAGE)) {
            case Decision.Allowed allowed -> Optional.empty();
            case Decision.Denied denied ->
                Optional.of(Problem.of(denied.reason().equals("session") ? ErrorCode.SIGNED_OUT : ErrorCode.DENIED));
        };
    }
}
