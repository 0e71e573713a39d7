// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.ErasedCase;
import org.openbarnahus.core.service.store.CaseHeldException;
import org.openbarnahus.core.service.store.ErasureRecord;
import org.openbarnahus.core.service.store.ErasureStore;

/** Erasures of the houses in memory. */
public final class MemoryErasures implements ErasureStore {
    public final List<AuditEntry> audit = new ArrayList<>();
    private final List<ErasureRecord> requests = new ArrayList<>();
    private final List<ErasedCase> erased = new ArrayList<>();
    private final MemoryStore store;
    private final MemoryRetention retention;

    public MemoryErasures(MemoryStore store, MemoryRetention retention) {
        this.store = store;
        this.retention = retention;
    }

    @Override
    public Optional<CaseId> caseOf(ServiceId service, CaseNumber number) {
        return store.data(service).cases.values().stream()
                .map(List::getLast)
                .filter(file -> file.number().equals(number))
                .map(file -> file.id())
                .findFirst();
    }

    @Override
    public void insert(ErasureRecord request, AuditEntry entry) {
        requests.add(request);
        audit.add(entry);
    }

    @Override
    public List<ErasureRecord> requests(ServiceId service) {
        return requests.stream().filter(r -> r.service().equals(service)).toList();
    }

    @Override
    public boolean remove(ErasureRecord request, AuditEntry entry) {
        boolean there = requests.remove(request);
        if (there) {
            audit.add(entry);
        }
        return there;
    }

    @Override
    public Optional<ErasedCase> erase(ErasureRecord request, String askedBy, String confirmedBy, AuditEntry entry) {
        if (retention.held(request.service(), request.caseId()).isPresent()) {
            throw new CaseHeldException();
        }
        if (!remove(request, entry)) {
            return Optional.empty();
        }
        MemoryUnit data = store.data(request.service());
        data.cases.remove(request.caseId());
        data.erased.add(request.caseId());
        ErasedCase done = new ErasedCase(
                request.caseId(),
                request.service(),
                request.number(),
                entry.at(),
                askedBy + " and " + confirmedBy,
                "signature");
        erased.add(done);
        return Optional.of(done);
    }

    @Override
    public List<ErasedCase> erased(ServiceId service) {
        return erased.stream().filter(e -> e.service().equals(service)).toList();
    }

    @Override
    public Optional<ErasedCase> erased(ServiceId service, CaseId id) {
        return erased(service).stream().filter(e -> e.caseId().equals(id)).findFirst();
    }
}
