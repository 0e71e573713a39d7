// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.AccountClosure;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AccountUse;
import org.openbarnahus.core.service.store.AccountUseStore;

/** The use of accounts in memory. */
final class FakeUses implements AccountUseStore {
    final Map<UserId, AccountUse> uses = new HashMap<>();
    final List<AuditEntry> trail = new ArrayList<>();
    int written;
    private final FakeStore store;

    FakeUses(FakeStore store) {
        this.store = store;
    }

    /** As the site's store does for an account that is made or opened again. */
    void begin(UserId account, Instant at) {
        Optional<Instant> used = use(account).flatMap(AccountUse::lastUsed);
        uses.put(account, new AccountUse(account, at, used, at, Optional.empty(), Optional.empty()));
    }

    List<String> details() {
        return trail.stream().map(AuditEntry::detail).toList();
    }

    @Override
    public Optional<AccountUse> use(UserId account) {
        return Optional.ofNullable(uses.get(account));
    }

    @Override
    public List<AccountUse> usesOf(ServiceId service) {
        return store.accounts(service).stream()
                .flatMap(account -> use(account.id()).stream())
                .toList();
    }

    @Override
    public void used(UserId account, Instant at) {
        written++;
        uses.computeIfPresent(
                account,
                (id, use) -> new AccountUse(
                        id, use.counted(), Optional.of(at), use.confirmed(), use.confirmedBy(), use.closure()));
    }

    @Override
    public void renew(UserId account, Instant at) {
        begin(account, at);
    }

    @Override
    public boolean close(AccountRecord account, AccountUse seen, AccountClosure closure, AuditEntry audit) {
        if (!seen.equals(uses.get(account.id()))) {
            return false;
        }
        uses.put(
                account.id(),
                new AccountUse(
                        account.id(),
                        seen.counted(),
                        seen.lastUsed(),
                        seen.confirmed(),
                        seen.confirmedBy(),
                        Optional.of(closure)));
        store.accounts.put(account.username(), account.closed());
        trail.add(audit);
        return true;
    }

    @Override
    public void confirm(List<UserId> accounts, UserId by, Instant at, List<AuditEntry> audits) {
        accounts.forEach(account -> uses.computeIfPresent(
                account,
                (id, use) -> new AccountUse(id, use.counted(), use.lastUsed(), at, Optional.of(by), use.closure())));
        trail.addAll(audits);
    }
}
