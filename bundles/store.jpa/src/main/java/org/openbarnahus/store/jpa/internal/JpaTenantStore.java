// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.Duration;
import java.util.function.Function;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.WriteUnit;
import org.openbarnahus.core.service.store.Written;

/** Case data in transactions, with audit entries and events in the same one. */
record JpaTenantStore(Transactions transactions, Rooms rooms, AuditChain audit, CaseTotals totals, Runnable published)
        implements TenantStore {
    @Override
    public <T> T read(ServiceId tenant, Function<ReadUnit, T> work) {
        return transactions.read(
                Scope.of(tenant), transaction -> work.apply(new ReadingUnit(transaction, tenant, rooms)));
    }

    @Override
    public <T> T settled(ServiceId tenant, Function<ReadUnit, T> work) {
        T seen = read(tenant, work);
        transactions.sync();
        return seen;
    }

    @Override
    public <T> T write(ServiceId tenant, Function<WriteUnit, Written<T>> work) {
        return write(tenant, transactions.longest(), work);
    }

    @Override
    public <T> T write(ServiceId tenant, Duration longest, Function<WriteUnit, Written<T>> work) {
        Written<T> written;
        try {
            written = transactions.write(Scope.of(tenant), longest, transaction -> {
                WritingUnit unit = new WritingUnit(transaction, tenant, rooms);
                Written<T> result = work.apply(unit);
                unit.finish(result.events(), result.audit(), audit);
                return result;
            });
        } finally {
            // also after a failed sync, when the commit stands
            totals.written(tenant);
            published.run();
        }
        return written.value();
    }
}
