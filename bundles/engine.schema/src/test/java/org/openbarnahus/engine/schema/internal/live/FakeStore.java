// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TokenRecord;

/** Keeps snapshots in memory; the rest is not asked for. */
final class FakeStore implements SiteStore {
    final Map<String, String> kept = new TreeMap<>();
    boolean gone;
    int reads;

    @Override
    public void keepSnapshot(SnapshotId id, String country, String canonicalJson) {
        answer();
        kept.put(id.value(), canonicalJson);
    }

    @Override
    public Optional<String> snapshot(SnapshotId id) {
        answer();
        reads++;
        return Optional.ofNullable(kept.get(id.value()));
    }

    @Override
    public List<SnapshotId> snapshotsWith(String country, String text) {
        answer();
        return kept.entrySet().stream()
                .filter(e -> e.getValue().contains(text))
                .map(e -> new SnapshotId(e.getKey()))
                .toList();
    }

    private void answer() {
        if (gone) {
            throw new StoreUnavailableException("the database does not answer", new IllegalStateException());
        }
    }

    private static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("the schema does not ask for this");
    }

    @Override
    public List<BarnahusRecord> services() {
        throw notAsked();
    }

    @Override
    public Optional<BarnahusRecord> service(ServiceId id) {
        throw notAsked();
    }

    @Override
    public void insert(BarnahusRecord service, AuditEntry audit) {
        throw notAsked();
    }

    @Override
    public Optional<AccountRecord> account(String username) {
        throw notAsked();
    }

    @Override
    public List<AccountRecord> accounts(ServiceId service) {
        throw notAsked();
    }

    @Override
    public long countAccounts() {
        throw notAsked();
    }

    @Override
    public void insert(AccountRecord account, AuditEntry audit) {
        throw notAsked();
    }

    @Override
    public void update(AccountRecord account, AuditEntry audit) {
        throw notAsked();
    }

    @Override
    public boolean useOtpStep(String username, long step) {
        throw notAsked();
    }

    @Override
    public void audit(AuditEntry entry) {
        throw notAsked();
    }

    @Override
    public Optional<TokenRecord> token(byte[] tokenHash) {
        throw notAsked();
    }

    @Override
    public void ping() {
        throw notAsked();
    }

    @Override
    public String describe() {
        throw notAsked();
    }
}
