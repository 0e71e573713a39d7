// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TokenRecord;

/** Houses and the audit trail of what is no change. Who the people of a house are; their signing in is not case work's business. */
public final class MemorySite implements SiteStore {
    public final List<AccountRecord> accounts = new CopyOnWriteArrayList<>();
    public final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
    private final Map<ServiceId, BarnahusRecord> houses = new LinkedHashMap<>();

    public MemorySite(BarnahusRecord... records) {
        for (BarnahusRecord record : records) {
            houses.put(record.id(), record);
        }
    }

    @Override
    public synchronized List<BarnahusRecord> services() {
        return new ArrayList<>(houses.values());
    }

    @Override
    public synchronized Optional<BarnahusRecord> service(ServiceId id) {
        return Optional.ofNullable(houses.get(id));
    }

    @Override
    public synchronized void insert(BarnahusRecord service, AuditEntry entry) {
        if (houses.putIfAbsent(service.id(), service) != null) {
            throw new IllegalStateException("primary key");
        }
        audit.add(entry);
    }

    @Override
    public void audit(AuditEntry entry) {
        audit.add(entry);
    }

    @Override
    public Optional<AccountRecord> account(String username) {
        return Optional.empty();
    }

    @Override
    public List<AccountRecord> accounts(ServiceId service) {
        return accounts.stream().filter(a -> a.service().equals(service)).toList();
    }

    @Override
    public long countAccounts() {
        return 0;
    }

    @Override
    public void insert(AccountRecord account, AuditEntry entry) {
        throw new UnsupportedOperationException("not used in case work");
    }

    @Override
    public void update(AccountRecord account, AuditEntry entry) {
        throw new UnsupportedOperationException("not used in case work");
    }

    @Override
    public boolean useOtpStep(String username, long step) {
        throw new UnsupportedOperationException("not used in case work");
    }

    @Override
    public void keepSnapshot(SnapshotId id, String country, String canonicalJson) {
        throw new UnsupportedOperationException("not used in case work");
    }

    @Override
    public Optional<String> snapshot(SnapshotId id) {
        return Optional.empty();
    }

    @Override
    public Optional<TokenRecord> token(byte[] tokenHash) {
        return Optional.empty();
    }

    @Override
    public void ping() {}

    @Override
    public String describe() {
        return "memory";
    }
}
