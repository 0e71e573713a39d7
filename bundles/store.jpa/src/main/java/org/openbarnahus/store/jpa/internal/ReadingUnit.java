// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.RequestRecord;

/** Reads of one tenant. Every row is asked for by its tenant or checked to be the tenant's. */
class ReadingUnit implements ReadUnit {
    /** Cases at once: so few that a cold file on a slow machine is read within the longest statement. */
    private static final int BATCH = 100;

    final Transaction transaction;
    final ServiceId tenant;
    final Rooms rooms;
    /** Of the cases met so far: each key is opened once. */
    final Map<UUID, CaseCipher> ciphers = new HashMap<>();

    ReadingUnit(Transaction transaction, ServiceId tenant, Rooms rooms) {
        this.transaction = transaction;
        this.tenant = tenant;
        this.rooms = rooms;
    }

    @Override
    public Optional<CaseFile> findCase(CaseId id) {
        return Optional.ofNullable(row(id)).map(row -> rooms.cases().read(row, cipher(row)));
    }

    @Override
    public Optional<CaseFile> findCase(CaseNumber number) {
        return transaction
                .sql(connection -> Sql.query(
                        connection,
                        "select id from case_record where service = ? and case_number = ?",
                        row -> new CaseId(row.getObject(1, UUID.class)),
                        tenant.value(),
                        number.value()))
                .stream()
                .findFirst()
                .flatMap(this::findCase);
    }

    @Override
    public Optional<CaseFile> findCase(CaseId id, long version) {
        CaseEntity row = row(id);
        if (row == null || row.version() == version) {
            return Optional.ofNullable(row).map(now -> rooms.cases().read(now, cipher(now)));
        }
        return earlier(CaseVersionEntity.class, id.value(), version)
                .map(earlier -> rooms.history().caseFile(id, earlier, cipher(row)));
    }

    @Override
    public boolean erased(CaseId id) {
        return transaction.sql(connection -> !Sql.query(
                        connection,
                        "select 1 from erased_case where case_id = ? and service = ?",
                        row -> row.getInt(1),
                        id.value(),
                        tenant.value())
                .isEmpty());
    }

    @Override
    public List<TimelineEntry> timeline(CaseId id) {
        return transaction
                .em()
                .createNamedQuery("EntryEntity.of", EntryEntity.class)
                .setParameter("service", tenant.value())
                .setParameter("case", id.value())
                .getResultStream()
                .map(row -> rooms.entries().read(row, cipher(id)))
                .toList();
    }

    @Override
    public Optional<TimelineEntry> findEntry(EntryId id) {
        return Optional.ofNullable(row(id)).map(row -> rooms.entries().read(row, cipher(row.caseId())));
    }

    @Override
    public Optional<TimelineEntry> findEntry(EntryId id, long version) {
        EntryEntity row = row(id);
        if (row == null || row.version() == version) {
            return Optional.ofNullable(row).map(now -> rooms.entries().read(now, cipher(now.caseId())));
        }
        return earlier(EntryVersionEntity.class, id.value(), version)
                .map(earlier -> rooms.history().entry(id, earlier, cipher(row.caseId())));
    }

    @Override
    public CasePage page(CaseQuery query, CaseReach reach) {
        return transaction.sql(connection -> rooms.pages().page(connection, tenant, query, reach));
    }

    @Override
    public Optional<CaseMember> member(CaseId id, UserId account) {
        return transaction.sql(connection -> MemberRows.find(connection, tenant, id, account));
    }

    @Override
    public List<CaseMember> members(CaseId id) {
        return transaction.sql(connection -> MemberRows.of(connection, tenant, id));
    }

    @Override
    public List<EmergencyAccess> emergencies(CaseId id) {
        return transaction.sql(connection -> emergencies().of(connection, id));
    }

    @Override
    public List<EmergencyAccess> emergencies(int most) {
        return transaction.sql(connection -> emergencies().of(connection, most));
    }

    @Override
    public List<EmergencyAccess> emergencies(UserId account, int most) {
        return transaction.sql(connection -> emergencies().of(connection, account, most));
    }

    @Override
    public Optional<EmergencyAccess> emergency(UUID id) {
        return transaction.sql(connection -> emergencies().find(connection, id));
    }

    final EmergencyRows emergencies() {
        return new EmergencyRows(rooms.cipher(), tenant);
    }

    @Override
    public void forEachHistory(Consumer<CaseHistory> consumer) {
        UUID after = new UUID(0, 0);
        List<CaseEntity> batch = casesAfter(after);
        while (!batch.isEmpty()) {
            UUID last = batch.get(batch.size() - 1).id();
            hand(batch, timelines(after, last), consumer);
            after = last;
            batch = batch.size() < BATCH ? List.of() : casesAfter(after);
        }
    }

    @Override
    public List<CaseHistory> histories(Collection<CaseId> ids) {
        List<UUID> keys = ids.stream().distinct().map(CaseId::value).toList();
        List<CaseHistory> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += BATCH) {
            List<UUID> some = keys.subList(from, Math.min(keys.size(), from + BATCH));
            hand(cases(some), timelines(some), found::add);
        }
        return found;
    }

    private void hand(
            List<CaseEntity> batch, Map<CaseId, List<TimelineEntry>> timelines, Consumer<CaseHistory> consumer) {
        for (CaseEntity row : batch) {
            CaseFile file = rooms.cases().read(row);
            consumer.accept(new CaseHistory(file, timelines.getOrDefault(file.id(), List.of())));
        }
        transaction.em().clear();
    }

    private List<CaseEntity> cases(List<UUID> ids) {
        return transaction
                .em()
                .createNamedQuery("CaseEntity.these", CaseEntity.class)
                .setParameter("service", tenant.value())
                .setParameter("ids", ids)
                .getResultList();
    }

    private Map<CaseId, List<TimelineEntry>> timelines(List<UUID> cases) {
        return timelines(transaction
                .em()
                .createNamedQuery("EntryEntity.ofThese", EntryEntity.class)
                .setParameter("cases", cases));
    }

    private List<CaseEntity> casesAfter(UUID after) {
        return transaction
                .em()
                .createNamedQuery("CaseEntity.after", CaseEntity.class)
                .setParameter("service", tenant.value())
                .setParameter("after", after)
                .setMaxResults(BATCH)
                .getResultList();
    }

    private Map<CaseId, List<TimelineEntry>> timelines(UUID after, UUID last) {
        return timelines(transaction
                .em()
                .createNamedQuery("EntryEntity.between", EntryEntity.class)
                .setParameter("after", after)
                .setParameter("last", last));
    }

    private Map<CaseId, List<TimelineEntry>> timelines(TypedQuery<EntryEntity> query) {
        return query.setParameter("service", tenant.value())
                .getResultStream()
                .map(row -> rooms.entries().read(row))
                .collect(Collectors.groupingBy(TimelineEntry::caseId));
    }

    @Override
    public Optional<RequestRecord> findRequest(String user, String key) {
        return Requests.find(transaction, tenant, user, key);
    }

    @Override
    public List<QuestionnaireResponse> responses(String questionnaireId) {
        return transaction
                .em()
                .createNamedQuery("ResponseEntity.of", ResponseEntity.class)
                .setParameter("service", tenant.value())
                .setParameter("questionnaire", Sql.storable(questionnaireId))
                .getResultStream()
                .map(row -> row.response(rooms.cipher()))
                .toList();
    }

    /** With the case's key, which does not change while the case lives. */
    final CaseCipher cipher(CaseEntity row) {
        return ciphers.computeIfAbsent(row.id(), id -> rooms.cases().cipher(row));
    }

    /** Reads the case for it, unless this transaction has met it. */
    final CaseCipher cipher(CaseId id) {
        CaseCipher known = ciphers.get(id.value());
        if (known != null) {
            return known;
        }
        CaseEntity row = row(id);
        if (row == null) {
            throw new IllegalArgumentException("an entry needs a case of the same service");
        }
        return cipher(row);
    }

    final @Nullable CaseEntity row(CaseId id) {
        return own(transaction.em().find(CaseEntity.class, id.value()));
    }

    final @Nullable EntryEntity row(EntryId id) {
        return own(transaction.em().find(EntryEntity.class, id.value()));
    }

    private <R extends TenantRecord> @Nullable R own(@Nullable R row) {
        return row != null && row.service().equals(tenant) ? row : null;
    }

    private <V extends EarlierVersion> Optional<V> earlier(Class<V> type, UUID id, long version) {
        V found = transaction.em().find(type, new EarlierVersion.Key(id, version));
        return Optional.ofNullable(found).filter(v -> v.service().equals(tenant));
    }
}
