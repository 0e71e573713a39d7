// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

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
import org.openbarnahus.core.service.store.AccountRequestRecord;
import org.openbarnahus.core.service.store.AccountRequestStore;
import org.openbarnahus.core.service.store.AccountUse;
import org.openbarnahus.core.service.store.AccountUseStore;

/** What waits for a second person, and who has been here, in memory. */
final class FakeRequests implements AccountRequestStore, AccountUseStore {
    final List<AccountRequestRecord> waiting = new ArrayList<>();
    final List<AuditEntry> trail = new ArrayList<>();
    final Map<UserId, Instant> here = new HashMap<>();

    @Override
    public void insert(AccountRequestRecord request, AuditEntry audit) {
        waiting.add(request);
        trail.add(audit);
    }

    @Override
    public List<AccountRequestRecord> requests(ServiceId service) {
        return waiting.stream().filter(each -> each.service().equals(service)).toList();
    }

    @Override
    public boolean remove(AccountRequestRecord request, AuditEntry audit) {
        boolean there = waiting.removeIf(each -> each.id().equals(request.id()));
        if (there) {
            trail.add(audit);
        }
        return there;
    }

    @Override
    public Optional<AccountUse> use(UserId account) {
        return Optional.of(new AccountUse(
                account,
                Instant.EPOCH,
                Optional.ofNullable(here.get(account)),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty()));
    }

    @Override
    public List<AccountUse> usesOf(ServiceId service) {
        return List.of();
    }

    @Override
    public void used(UserId account, Instant at) {
        here.put(account, at);
    }

    @Override
    public void renew(UserId account, Instant at) {}

    @Override
    public boolean close(AccountRecord account, AccountUse seen, AccountClosure closure, AuditEntry audit) {
        return false;
    }

    @Override
    public void confirm(List<UserId> accounts, UserId by, Instant at, List<AuditEntry> audits) {}
}
