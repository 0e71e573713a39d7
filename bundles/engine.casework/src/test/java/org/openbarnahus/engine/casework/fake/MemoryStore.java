// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.WriteUnit;
import org.openbarnahus.core.service.store.Written;

/**
 * A store in memory with real transactions: a write works on a copy, which takes the place of the data only when the work
 * ends without an exception. Transactions run one after the other.
 */
public final class MemoryStore implements TenantStore {
    private final Map<ServiceId, MemoryUnit> tenants = new HashMap<>();
    private final List<String> journal;
    private boolean down;
    private int settled;
    private Duration allowed = Duration.ZERO;

    public MemoryStore() {
        this(new ArrayList<>());
    }

    /**
     * @param journal receives the name of each call that writes
     */
    public MemoryStore(List<String> journal) {
        this.journal = journal;
    }

    public void goDown(boolean gone) {
        down = gone;
    }

    @Override
    public synchronized <T> T read(ServiceId tenant, Function<ReadUnit, T> work) {
        return work.apply(unit(tenant).copy());
    }

    @Override
    public synchronized <T> T settled(ServiceId tenant, Function<ReadUnit, T> work) {
        settled++;
        return read(tenant, work);
    }

    /** How often somebody wanted to see only what is on disk. */
    public synchronized int settled() {
        return settled;
    }

    @Override
    public synchronized <T> T write(ServiceId tenant, Function<WriteUnit, Written<T>> work) {
        MemoryUnit copy = unit(tenant).copy();
        Written<T> written = work.apply(copy);
        written.audit().forEach(a -> journal.add("audit"));
        copy.audit.addAll(written.audit());
        written.events().forEach(e -> journal.add("event"));
        copy.events.addAll(written.events());
        copy.commits++;
        tenants.put(tenant, copy);
        return written.value();
    }

    @Override
    public synchronized <T> T write(ServiceId tenant, Duration longest, Function<WriteUnit, Written<T>> work) {
        allowed = longest;
        return write(tenant, work);
    }

    /** How long the last write that asked for time might have taken. */
    public Duration allowed() {
        return allowed;
    }

    public synchronized MemoryUnit data(ServiceId tenant) {
        return unit(tenant);
    }

    public List<AuditEntry> audit(ServiceId tenant) {
        return List.copyOf(data(tenant).audit);
    }

    public List<OutboxEvent> events(ServiceId tenant) {
        return List.copyOf(data(tenant).events);
    }

    private MemoryUnit unit(ServiceId tenant) {
        if (down) {
            throw new StoreUnavailableException("the test took it down", new IllegalStateException());
        }
        return tenants.computeIfAbsent(tenant, t -> new MemoryUnit(t, journal));
    }
}
