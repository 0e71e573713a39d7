// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.HoldRecord;
import org.openbarnahus.core.service.store.ProposalRecord;
import org.openbarnahus.core.service.store.RetentionStore;

/** Proposals and holds of the houses in memory. */
public final class MemoryRetention implements RetentionStore {
    public final List<AuditEntry> audit = new ArrayList<>();
    public final List<HoldRecord> holds = new ArrayList<>();
    private final List<ProposalRecord> proposals = new ArrayList<>();
    private final MemoryStore store;

    public MemoryRetention(MemoryStore store) {
        this.store = store;
    }

    public void hold(CaseFile file, UserId by) {
        holds.add(new HoldRecord(
                UUID.randomUUID(),
                file.service(),
                file.id(),
                file.number(),
                "needed by the court",
                new Stamp(file.created().at(), by),
                House.TODAY.plusDays(9),
                Optional.empty()));
    }

    private Stream<CaseFile> cases(ServiceId service) {
        return store.data(service).cases.values().stream().map(List::getLast);
    }

    @Override
    public List<CaseId> closedUntil(ServiceId service, LocalDate day) {
        return cases(service)
                .filter(file -> file.state() instanceof CaseState.Closed closed
                        && !closed.on().isAfter(day))
                .map(CaseFile::id)
                .toList();
    }

    @Override
    public List<ProposalRecord> proposals(ServiceId service) {
        return proposals.stream().filter(p -> p.service().equals(service)).toList();
    }

    @Override
    public boolean propose(ProposalRecord proposal, AuditEntry entry) {
        proposals.add(proposal);
        return audit.add(entry);
    }

    @Override
    public boolean withdraw(ProposalRecord proposal, AuditEntry entry) {
        return proposals.remove(proposal) && audit.add(entry);
    }

    @Override
    public List<HoldRecord> holds(ServiceId service) {
        return holds.stream().filter(h -> h.service().equals(service)).toList();
    }

    @Override
    public Optional<HoldRecord> held(ServiceId service, CaseId id) {
        return holds(service).stream()
                .filter(h -> h.caseId().equals(id) && h.lifted().isEmpty())
                .findFirst();
    }

    @Override
    public boolean insert(HoldRecord hold, AuditEntry entry) {
        return held(hold.service(), hold.caseId()).isEmpty() && holds.add(hold) && audit.add(entry);
    }

    @Override
    public boolean renew(HoldRecord hold, LocalDate reviewOn, AuditEntry entry) {
        return replace(hold, reviewOn, Optional.empty()) && audit.add(entry);
    }

    @Override
    public boolean lift(HoldRecord hold, Stamp lifted, AuditEntry entry) {
        return replace(hold, hold.reviewOn(), Optional.of(lifted)) && audit.add(entry);
    }

    private boolean replace(HoldRecord hold, LocalDate reviewOn, Optional<Stamp> lifted) {
        return holds.remove(hold)
                && holds.add(new HoldRecord(
                        hold.id(),
                        hold.service(),
                        hold.caseId(),
                        hold.number(),
                        hold.reason(),
                        hold.placed(),
                        reviewOn,
                        lifted));
    }
}
