// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.query.ErasedCase;
import org.openbarnahus.core.service.query.ErasureReason;
import org.openbarnahus.core.service.store.CaseHeldException;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.core.service.store.ErasureRecord;
import org.openbarnahus.core.service.store.ErasureStore;
import org.openbarnahus.core.service.store.OutboxEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erasures in plain SQL, each with its certificate in the table and in the list beside the database. */
final class JpaErasureStore implements ErasureStore {
    private static final Logger LOG = LoggerFactory.getLogger(JpaErasureStore.class);
    private static final String ERASED =
            "select case_id, service, case_number, erased_at, certificate, signature from erased_case where service = ?";

    private final AuditedSql sql;
    private final CaseTotals totals;
    private final Runnable published;
    private final ErasureCertificate certificates;
    private final ErasedList list;
    /** Houses with an erasure that may have been done all the same, until the next start. */
    private final Set<ServiceId> doubtful = ConcurrentHashMap.newKeySet();

    JpaErasureStore(
            AuditedSql sql, CaseTotals totals, Runnable published, ErasureCertificate certificates, ErasedList list) {
        this.sql = sql;
        this.totals = totals;
        this.published = published;
        this.certificates = certificates;
        this.list = list;
    }

    @Override
    public Optional<CaseId> caseOf(ServiceId service, CaseNumber number) {
        return sql.of(service)
                .first(
                        "select id from case_record where service = ? and case_number = ?",
                        row -> new CaseId(row.getObject(1, UUID.class)),
                        service.value(),
                        number.value());
    }

    @Override
    public void insert(ErasureRecord request, AuditEntry audit) {
        sql.of(request.service())
                .audited(
                        audit,
                        c -> Sql.update(
                                c,
                                "insert into erasure_request (id, service, case_id, reason, asked_by, asked_at, until_at)"
                                        + " values (?, ?, ?, ?, ?, ?, ?)",
                                request.id(),
                                request.service().value(),
                                request.caseId().value(),
                                request.reason().code(),
                                request.askedBy().value(),
                                request.asked(),
                                request.until()));
    }

    @Override
    public List<ErasureRecord> requests(ServiceId service) {
        return sql.of(service)
                .all(
                        "select r.id, r.service, r.case_id, c.case_number, r.reason, r.asked_by, r.asked_at, r.until_at"
                                + " from erasure_request r join case_record c on c.id = r.case_id"
                                + " where r.service = ? order by r.asked_at, r.id",
                        JpaErasureStore::request,
                        service.value());
    }

    @Override
    public boolean remove(ErasureRecord request, AuditEntry audit) {
        return sql.of(request.service()).write(c -> {
            boolean there = taken(c, request);
            if (there) {
                sql.chain().append(c, List.of(audit));
            }
            return there;
        });
    }

    private static boolean taken(Connection connection, ErasureRecord request) throws SQLException {
        return 1
                == Sql.update(
                        connection,
                        "delete from erasure_request where id = ? and service = ?",
                        request.id(),
                        request.service().value());
    }

    @Override
    public Optional<ErasedCase> erase(ErasureRecord request, String askedBy, String confirmedBy, AuditEntry audit) {
        var people = new ErasureCertificate.People(askedBy, confirmedBy);
        Optional<ErasedCase> done = changing(request.service(), c -> {
            if (!taken(c, request)) {
                return Optional.empty();
            }
            refuseHeld(c, request);
            Map<String, Long> rows = ErasedRows.destroy(c, request.service(), request.caseId());
            if (rows.isEmpty()) {
                return Optional.empty();
            }
            event(c, request.service(), request.caseId());
            sql.chain().append(c, List.of(audit));
            ErasedCase erased = certificates.issue(request, people, audit.at(), rows, head(c, request.service()));
            insert(c, erased);
            return Optional.of(erased);
        });
        if (done.isPresent()) {
            writeDown(request.service());
        }
        return done;
    }

    /** A lifted hold keeps nothing; one that is on rolls all of this back, the request stays. */
    private static void refuseHeld(Connection connection, ErasureRecord request) throws SQLException {
        if (ErasedRows.lock(connection, request.service(), request.caseId())
                && HoldRows.on(connection, request.service(), request.caseId())) {
            throw new CaseHeldException();
        }
    }

    private <T> T changing(ServiceId house, Transaction.Step<T> step) {
        try {
            return sql.of(house).write(step);
        } catch (StoreUnavailableException e) {
            doubtful.add(house);
            throw e;
        } finally {
            totals.written(house);
            published.run();
        }
    }

    /** Whoever counts cases looks at it again, and finds it gone. */
    private void event(Connection connection, ServiceId house, CaseId id) throws SQLException {
        Together statements = new Together(false);
        Outbox.insert(statements, List.of(new OutboxEvent(house, OutboxEvent.CASE_SAVED, id.toString())));
        statements.run(connection);
    }

    private static ChainHead head(Connection connection, ServiceId chain) throws SQLException {
        return Sql.query(
                        connection,
                        "select chain, seq, hash from audit_head where chain = ?",
                        AuditRows::head,
                        chain.value())
                .getFirst();
    }

    private static void insert(Connection connection, ErasedCase erased) throws SQLException {
        Sql.update(
                connection,
                "insert into erased_case (case_id, service, case_number, erased_at, certificate, signature)"
                        + " values (?, ?, ?, ?, ?, ?)",
                erased.caseId().value(),
                erased.service().value(),
                erased.number().value(),
                erased.at(),
                erased.certificate(),
                erased.signature());
    }

    /** Lists what was erased although whoever asked for it was told that nobody knows. To be called every now and then. */
    void makeUp() {
        doubtful.forEach(this::writeDown);
    }

    /** The erasure stands when the file cannot be written: the next start, or the next erasure, makes up for it. */
    private void writeDown(ServiceId house) {
        try {
            synchronized (list) {
                List<CaseId> known = list.all().stream().map(ErasedCase::caseId).toList();
                List<ErasedCase> missing = erased(house).stream()
                        .filter(each -> !known.contains(each.caseId()))
                        .toList();
                if (!missing.isEmpty()) {
                    list.append(missing);
                }
            }
        } catch (java.io.UncheckedIOException e) {
            LOG.error("the list of erased cases could not be written; a restore needs it: {}", list.file());
        }
    }

    /**
     * Brings database and list together: what an older backup has brought back is erased anew, and the list gets what it lacks.
     * To be called before anybody can read.
     *
     * @return how many cases were erased anew
     */
    int together(List<ServiceId> houses, java.util.function.Function<ErasedCase, AuditEntry> audit) {
        int again = 0;
        for (ErasedCase each : list.all()) {
            if (houses.contains(each.service())
                    && erased(each.service(), each.caseId()).isEmpty()) {
                again += anew(each, audit.apply(each)) ? 1 : 0;
            }
        }
        houses.forEach(this::writeDown);
        return again;
    }

    private boolean anew(ErasedCase erased, AuditEntry audit) {
        return changing(erased.service(), c -> {
            boolean back =
                    !ErasedRows.destroy(c, erased.service(), erased.caseId()).isEmpty();
            if (back) {
                event(c, erased.service(), erased.caseId());
                sql.chain().append(c, List.of(audit));
            }
            insert(c, erased);
            return back;
        });
    }

    @Override
    public List<ErasedCase> erased(ServiceId service) {
        return sql.of(service)
                .all(ERASED + " order by erased_at desc, case_id", JpaErasureStore::erased, service.value());
    }

    @Override
    public Optional<ErasedCase> erased(ServiceId service, CaseId id) {
        return sql.of(service).first(ERASED + " and case_id = ?", JpaErasureStore::erased, service.value(), id.value());
    }

    private static ErasedCase erased(ResultSet row) throws SQLException {
        return new ErasedCase(
                new CaseId(row.getObject("case_id", UUID.class)),
                new ServiceId(row.getObject("service", UUID.class)),
                new CaseNumber(row.getString("case_number")),
                Sql.instant(row, "erased_at"),
                row.getString("certificate"),
                row.getString("signature"));
    }

    private static ErasureRecord request(ResultSet row) throws SQLException {
        return new ErasureRecord(
                row.getObject("id", UUID.class),
                new ServiceId(row.getObject("service", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                new CaseNumber(row.getString("case_number")),
                ErasureReason.ofCode(row.getString("reason")).orElseThrow(),
                new UserId(row.getObject("asked_by", UUID.class)),
                Sql.instant(row, "asked_at"),
                Sql.instant(row, "until_at"));
    }
}
