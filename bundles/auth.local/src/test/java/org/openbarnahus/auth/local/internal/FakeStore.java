// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.TokenRecord;

/** A site store in memory that can be told not to answer. */
final class FakeStore implements SiteStore {
    final List<BarnahusRecord> houses = new ArrayList<>();
    final Map<String, AccountRecord> accounts = new HashMap<>();
    final List<AuditEntry> trail = new ArrayList<>();
    final Map<String, Long> steps = new HashMap<>();
    int room = Integer.MAX_VALUE;
    boolean down;
    int reads;

    @Override
    public List<BarnahusRecord> services() {
        return houses;
    }

    AccountRecord stored(String username) {
        return account(username).orElseThrow();
    }

    @Override
    public Optional<BarnahusRecord> service(ServiceId id) {
        return houses.stream().filter(house -> house.id().equals(id)).findFirst();
    }

    @Override
    public boolean takes(BarnahusRecord service) {
        return houses.size() < room;
    }

    @Override
    public void insert(BarnahusRecord service, AuditEntry audit) {
        if (service(service.id()).isPresent()) {
            throw new IllegalStateException("duplicate key");
        }
        houses.add(service);
    }

    @Override
    public Optional<AccountRecord> account(String username) {
        reads++;
        ping();
        return Optional.ofNullable(accounts.get(username));
    }

    @Override
    public List<AccountRecord> accounts(ServiceId service) {
        return accounts.values().stream()
                .filter(a -> a.service().equals(service))
                .toList();
    }

    @Override
    public long countAccounts() {
        ping();
        return accounts.size();
    }

    @Override
    public void insert(AccountRecord account, AuditEntry audit) {
        ping();
        if (accounts.putIfAbsent(account.username(), account) != null) {
            throw new IllegalStateException("duplicate key");
        }
        trail.add(audit);
    }

    @Override
    public void update(AccountRecord account, AuditEntry audit) {
        if (stored(account.username()).version() != account.version()) {
            throw new StaleVersionException();
        }
        accounts.put(
                account.username(),
                new AccountRecord(
                        account.id(),
                        account.service(),
                        account.username(),
                        account.agency(),
                        account.roles(),
                        account.enabled(),
                        account.passwordHash(),
                        account.otpSecret(),
                        account.version() + 1));
        trail.add(audit);
    }

    @Override
    public boolean useOtpStep(String username, long step) {
        Long last = steps.get(username);
        if (last != null && last >= step) {
            return false;
        }
        steps.put(username, step);
        return true;
    }

    @Override
    public void keepSnapshot(SnapshotId id, String country, String canonicalJson) {}

    @Override
    public Optional<String> snapshot(SnapshotId id) {
        return Optional.empty();
    }

    @Override
    public void audit(AuditEntry entry) {
        trail.add(entry);
    }

    @Override
    public Optional<TokenRecord> token(byte[] tokenHash) {
        return Optional.empty();
    }

    @Override
    public void ping() {
        if (down) {
            throw new StoreUnavailableException("down", new IllegalStateException());
        }
    }

    @Override
    public String describe() {
        return "memory";
    }
}
