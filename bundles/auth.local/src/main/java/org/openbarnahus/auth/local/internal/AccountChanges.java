// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.SessionEnder;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes accounts; who may have it done is asked before. */
@Component(service = AccountChanges.class)
public final class AccountChanges {
    private final SiteStore store;
    private final SessionEnder sessions;
    private final TimeSource time;
    private final ConcurrentHashMap<ServiceId, Lock> turns = new ConcurrentHashMap<>();

    @Activate
    public AccountChanges(@Reference SiteStore store, @Reference SessionEnder sessions, @Reference TimeSource time) {
        this.store = store;
        this.sessions = sessions;
        this.time = time;
    }

    /**
     * What looks at the accounts of a house and then changes one, goes one after the other: a one-time code that is issued
     * while its account gets a grave role, or two officers who are closed at once, would each be right by itself. One program
     * works on a house.
     */
    <T> T inTurn(ServiceId house, Supplier<T> work) {
        Lock turn = turns.computeIfAbsent(house, each -> new ReentrantLock());
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    /**
     * @param by nobody for the owner of the data directory
     */
    Outcome<AccountInfo> roles(Optional<Session> by, AccountRecord account, Set<Role> roles) {
        return changed(by, account, Records.with(account, roles, account.enabled()), "roles", Records.codes(roles));
    }

    Outcome<AccountInfo> enabled(Optional<Session> by, AccountRecord account, boolean enabled) {
        return changed(
                by,
                account,
                Records.with(account, account.roles(), enabled),
                "enabled",
                enabled ? "enabled" : "disabled");
    }

    /**
     * In the store first, then the sessions: whoever is out cannot come back in between. When one of those who watch each other
     * is stopped, the others are told by an entry about the house, in the same transaction.
     */
    private Outcome<AccountInfo> changed(
            Optional<Session> by, AccountRecord before, AccountRecord account, String field, String detail) {
        List<AuditEntry> entries = new ArrayList<>();
        entries.add(Records.audit(time.now(), account, AuditEntry.Action.CONFIGURE, Set.of(field), detail));
        if (GraveActs.stops(before, account)) {
            entries.add(Records.stopped(time.now(), account, field));
        }
        try {
            store.update(
                    account,
                    entries.stream().map(entry -> Records.by(by, entry)).toList());
        } catch (StaleVersionException e) {
            return Outcome.refused(Problem.of(ErrorCode.STALE));
        }
        sessions.endAll(account.id());
        return Outcome.done(Accounts.info(account));
    }
}
