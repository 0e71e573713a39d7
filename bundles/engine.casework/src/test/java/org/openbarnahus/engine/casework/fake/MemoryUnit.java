// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.DuplicateRequestException;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.RequestRecord;
import org.openbarnahus.core.service.store.StaleVersionException;

/** One tenant's rows. Keeps every version; checks versions and keys as the database does. */
public final class MemoryUnit extends WithEmergencies {
    public final Map<CaseId, List<CaseFile>> cases = new LinkedHashMap<>();
    public final Map<EntryId, List<TimelineEntry>> entries = new LinkedHashMap<>();
    public final List<CaseMember> members = new ArrayList<>();
    public final Map<String, RequestRecord> requests = new HashMap<>();
    public final List<QuestionnaireResponse> responses = new ArrayList<>();
    public final List<AuditEntry> audit = new ArrayList<>();
    public final List<OutboxEvent> events = new ArrayList<>();
    public final Set<CaseId> erased = new HashSet<>();
    public int commits;
    private final Map<Integer, Integer> serials = new HashMap<>();
    private final ServiceId tenant;
    private final List<String> journal;

    MemoryUnit(ServiceId tenant, List<String> journal) {
        this.tenant = tenant;
        this.journal = journal;
    }

    MemoryUnit copy() {
        MemoryUnit copy = new MemoryUnit(tenant, journal);
        cases.forEach((id, versions) -> copy.cases.put(id, new ArrayList<>(versions)));
        entries.forEach((id, versions) -> copy.entries.put(id, new ArrayList<>(versions)));
        copy.members.addAll(members);
        copy.erased.addAll(erased);
        copy.emergencies.rows.addAll(emergencies.rows);
        copy.requests.putAll(requests);
        copy.responses.addAll(responses);
        copy.audit.addAll(audit);
        copy.events.addAll(events);
        copy.serials.putAll(serials);
        copy.commits = commits;
        return copy;
    }

    @Override
    public Optional<CaseFile> findCase(CaseId id) {
        return Optional.ofNullable(cases.get(id)).map(List::getLast);
    }

    @Override
    public Optional<CaseFile> findCase(CaseId id, long version) {
        return cases.getOrDefault(id, List.of()).stream()
                .filter(c -> c.version() == version)
                .findFirst();
    }

    @Override
    public boolean erased(CaseId id) {
        return erased.contains(id);
    }

    @Override
    public List<TimelineEntry> timeline(CaseId id) {
        return entries.values().stream()
                .map(List::getLast)
                .filter(e -> e.caseId().equals(id))
                .sorted(Comparator.comparing(TimelineEntry::date))
                .toList();
    }

    @Override
    public Optional<TimelineEntry> findEntry(EntryId id) {
        return Optional.ofNullable(entries.get(id)).map(List::getLast);
    }

    @Override
    public Optional<TimelineEntry> findEntry(EntryId id, long version) {
        return entries.getOrDefault(id, List.of()).stream()
                .filter(c -> c.version() == version)
                .findFirst();
    }

    @Override
    public CasePage page(CaseQuery query, CaseReach reach) {
        List<CaseFile> hits = cases.values().stream()
                .map(List::getLast)
                .filter(c -> reach.covers(c, ties(c.id(), reach)))
                .filter(c -> query.states().isEmpty()
                        || query.states().contains(c.state().code()))
                .filter(c -> c.number().value().contains(query.search()))
                .sorted(Comparator.comparing(c -> c.number().value()))
                .toList();
        return new CasePage(
                hits.stream()
                        .skip(query.offset())
                        .limit(query.limit())
                        .map(MemoryRow::of)
                        .toList(),
                hits.size());
    }

    @Override
    public Optional<CaseMember> member(CaseId id, UserId account) {
        return members(id).stream().filter(m -> m.account().equals(account)).findFirst();
    }

    @Override
    public List<CaseMember> members(CaseId id) {
        return members.stream().filter(m -> m.caseId().equals(id)).toList();
    }

    @Override
    public void insert(CaseMember member) {
        journal.add("insert member");
        members.add(member);
    }

    @Override
    public void update(CaseMember member) {
        boolean known = members.removeIf(m -> m.caseId().equals(member.caseId())
                && m.account().equals(member.account())
                && m.version() + 1 == member.version());
        if (!known) {
            throw new StaleVersionException();
        }
        members.add(member);
    }

    private CaseTies ties(CaseId id, CaseReach reach) {
        return reach.member().map(user -> CaseTies.of(this, id, user)).orElseGet(CaseTies::none);
    }

    @Override
    public Optional<CaseFile> findCase(CaseNumber number) {
        return cases.values().stream()
                .map(List::getLast)
                .filter(c -> c.number().equals(number))
                .findFirst();
    }

    @Override
    public void forEachHistory(Consumer<CaseHistory> consumer) {
        cases.forEach((id, versions) -> consumer.accept(new CaseHistory(versions.getLast(), timeline(id))));
    }

    @Override
    public List<CaseHistory> histories(Collection<CaseId> ids) {
        List<CaseHistory> found = new ArrayList<>();
        forEachHistory(history -> {
            if (ids.contains(history.file().id())) {
                found.add(history);
            }
        });
        return found;
    }

    @Override
    public Optional<RequestRecord> findRequest(String user, String key) {
        return Optional.ofNullable(requests.get(user + " " + key));
    }

    @Override
    public List<QuestionnaireResponse> responses(String questionnaireId) {
        return responses.stream()
                .filter(r -> r.questionnaireId().equals(questionnaireId))
                .toList();
    }

    @Override
    public CaseNumber nextNumber(String serviceCode, int year) {
        journal.add("number");
        return CaseNumber.of(serviceCode, year, serials.merge(year, 1, Integer::sum));
    }

    @Override
    public void insert(CaseFile file) {
        journal.add("insert case");
        own(file.service());
        if (cases.containsKey(file.id())) {
            throw new IllegalStateException("primary key");
        }
        cases.put(file.id(), new ArrayList<>(List.of(file)));
    }

    @Override
    public void update(CaseFile file) {
        journal.add("update case");
        own(file.service());
        List<CaseFile> versions = cases.get(file.id());
        if (versions == null || versions.getLast().version() + 1 != file.version()) {
            throw new StaleVersionException();
        }
        versions.add(file);
    }

    @Override
    public void lock(CaseId id) {
        journal.add("lock");
    }

    @Override
    public void insert(TimelineEntry entry) {
        journal.add("insert entry");
        entries.put(entry.id(), new ArrayList<>(List.of(entry)));
    }

    @Override
    public void update(TimelineEntry entry) {
        journal.add("update entry");
        List<TimelineEntry> versions = entries.get(entry.id());
        if (versions == null || versions.getLast().version() + 1 != entry.version()) {
            throw new StaleVersionException();
        }
        versions.add(entry);
    }

    @Override
    public void insert(RequestRecord request) {
        journal.add("remember request");
        if (requests.putIfAbsent(request.user() + " " + request.key(), request) != null) {
            throw new DuplicateRequestException();
        }
    }

    @Override
    public void insert(QuestionnaireResponse response) {
        responses.add(response);
    }

    @Override
    public void insertToken(byte[] tokenHash, String questionnaireId, String moment, Instant expires) {
        throw new UnsupportedOperationException("not used in case work");
    }

    @Override
    public boolean consumeToken(byte[] tokenHash, Instant now) {
        throw new UnsupportedOperationException("not used in case work");
    }

    private void own(ServiceId service) {
        if (!service.equals(tenant)) {
            throw new IllegalStateException("another tenant's row");
        }
    }
}
