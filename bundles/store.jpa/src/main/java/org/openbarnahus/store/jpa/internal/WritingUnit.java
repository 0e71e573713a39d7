// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.DuplicateRequestException;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.openbarnahus.core.service.store.RequestRecord;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.WriteUnit;

/** Writes of one tenant. */
final class WritingUnit extends ReadingUnit implements WriteUnit {
    /** Cases known to be the tenant's. */
    private final Set<CaseId> own = new HashSet<>();
    /** What nothing else of the transaction asks for. */
    private final Together later;

    private boolean requested;

    WritingUnit(Transaction transaction, ServiceId tenant, Rooms rooms) {
        super(transaction, tenant, rooms);
        later = new Together(transaction.dialect().manyAtOnce());
    }

    /**
     * Writes what waits, the events, and last the entries: the heads of their chains stay locked until the commit, which may
     * come with them.
     *
     * @throws DuplicateRequestException when the request has been answered meanwhile
     */
    void finish(List<OutboxEvent> events, List<AuditEntry> entries, AuditChain audit) {
        transaction.em().flush();
        Outbox.insert(later, events);
        run(connection -> audit.appendAndCommit(connection, later, entries, transaction::end));
    }

    /** Before a question whose answer may depend on what waits. */
    private void catchUp() {
        run(later::run);
    }

    private void run(AuditedSql.Change step) {
        transaction.sql(connection -> {
            try {
                step.run(connection);
            } catch (SQLException e) {
                // the only key of these that somebody else may have taken
                if (requested && StoreTrouble.isTaken(e)) {
                    throw new DuplicateRequestException();
                }
                throw e;
            }
            return later;
        });
    }

    @Override
    public Optional<CaseMember> member(CaseId id, UserId account) {
        catchUp();
        return super.member(id, account);
    }

    @Override
    public List<CaseMember> members(CaseId id) {
        catchUp();
        return super.members(id);
    }

    @Override
    public CasePage page(CaseQuery query, CaseReach reach) {
        catchUp();
        return super.page(query, reach);
    }

    @Override
    public CaseNumber nextNumber(String serviceCode, int year) {
        return rooms.numbers().next(tenant, serviceCode, year);
    }

    @Override
    public void insert(CaseFile file) {
        refuseForeign(file.service());
        refuseUnlessFirst(file.version());
        CaseEntity row = rooms.cases().create(file);
        transaction.em().persist(row);
        ciphers.put(row.id(), rooms.cases().cipher(row));
        // now, because rows that refer to it may follow by plain SQL
        flush();
        own.add(file.id());
        insertSuspicion(file);
    }

    @Override
    public void update(CaseFile file) {
        refuseForeign(file.service());
        CaseEntity row = row(file.id());
        if (row == null || row.version() != file.version() - 1) {
            throw new StaleVersionException();
        }
        CaseFile before = rooms.cases().read(row, cipher(row));
        transaction.em().persist(new CaseVersionEntity(row, rooms.history().encrypt(before, cipher(row))));
        rooms.cases().copy(file, row, cipher(row));
        flush();
        refuseUnlessCounted(row, file.version());
        if (!suspicion(before).equals(suspicion(file))) {
            later.add("delete from case_suspicion where case_id = ?", file.id().value());
            insertSuspicion(file);
        }
    }

    private void insertSuspicion(CaseFile file) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (String code : suspicion(file)) {
            rows.add(new Object[] {tenant.value(), code, file.id().value()});
        }
        later.insert("insert into case_suspicion (service, code, case_id)", rows);
    }

    private static List<String> suspicion(CaseFile file) {
        return file.values().codes(CoreField.SUSPICION).stream()
                .filter(code -> code.length() <= 64)
                .distinct()
                .toList();
    }

    @Override
    public void lock(CaseId id) {
        // what was read before the lock may be old by now: forget it
        flush();
        transaction.sql(c -> Sql.query(
                c,
                "select version from case_record where id = ? and service = ? for update",
                row -> row.getLong(1),
                id.value(),
                tenant.value()));
    }

    @Override
    public void insert(CaseMember member) {
        refuseUnlessFirst(member.version());
        if (!own.contains(member.caseId()) && row(member.caseId()) == null) {
            throw new IllegalArgumentException("a member needs a case of the same service");
        }
        own.add(member.caseId());
        MemberRows.insert(later, tenant, member);
    }

    @Override
    public void update(CaseMember member) {
        catchUp();
        transaction.sql(connection -> MemberRows.update(connection, tenant, member));
    }

    @Override
    public void insert(EmergencyAccess access) {
        refuseUnlessFirst(access.version());
        if (row(access.caseId()) == null) {
            throw new IllegalArgumentException("an emergency access needs a case of the same service");
        }
        transaction.sql(connection -> {
            emergencies().insert(connection, access);
            return access;
        });
    }

    @Override
    public void update(EmergencyAccess access) {
        transaction.sql(connection -> emergencies().update(connection, access));
    }

    @Override
    public void insert(TimelineEntry entry) {
        refuseUnlessFirst(entry.version());
        if (!own.contains(entry.caseId()) && row(entry.caseId()) == null) {
            throw new IllegalArgumentException("an entry needs a case of the same service");
        }
        own.add(entry.caseId());
        transaction.em().persist(rooms.entries().create(entry, tenant, cipher(entry.caseId())));
    }

    @Override
    public void update(TimelineEntry entry) {
        EntryEntity row = row(entry.id());
        if (row == null || row.version() != entry.version() - 1) {
            throw new StaleVersionException();
        }
        if (!row.caseId().equals(entry.caseId())) {
            throw new IllegalArgumentException("an entry stays with its case");
        }
        CaseCipher cipher = cipher(row.caseId());
        byte[] before = rooms.history().encrypt(rooms.entries().read(row, cipher), cipher);
        transaction.em().persist(new EntryVersionEntity(row, before));
        rooms.entries().copy(entry, row, cipher);
        flush();
        refuseUnlessCounted(row, entry.version());
    }

    @Override
    public void insert(RequestRecord request) {
        Requests.insert(later, tenant, request);
        requested = true;
    }

    @Override
    public void insert(QuestionnaireResponse response) {
        transaction.em().persist(new ResponseEntity(tenant, response, rooms.cipher()));
    }

    @Override
    public void insertToken(byte[] tokenHash, String questionnaireId, String moment, Instant expires) {
        transaction.sql(c -> Sql.update(
                c,
                "insert into token (hash, service, questionnaire_id, moment, expires_at) values (?, ?, ?, ?, ?)",
                tokenHash,
                tenant.value(),
                questionnaireId,
                moment,
                expires));
    }

    @Override
    public boolean consumeToken(byte[] tokenHash, Instant now) {
        return transaction.sql(c -> Sql.update(
                        c,
                        "delete from token where hash = ? and service = ? and expires_at > ?",
                        tokenHash,
                        tenant.value(),
                        now))
                == 1;
    }

    /** Writes what is pending and forgets it: EclipseLink looks through everything it holds at every flush. */
    private void flush() {
        EntityManager em = transaction.em();
        em.flush();
        em.clear();
    }

    private void refuseForeign(ServiceId owner) {
        if (!owner.equals(tenant)) {
            throw new IllegalArgumentException("a case of another service");
        }
    }

    private static void refuseUnlessFirst(long version) {
        if (version != 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
    }

    private static void refuseUnlessCounted(TenantRecord row, long version) {
        if (row.version() != version) {
            throw new IllegalStateException("a change was not counted as a version");
        }
    }
}
