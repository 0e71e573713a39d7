// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.HoldRecord;
import org.openbarnahus.core.service.store.ProposalRecord;
import org.openbarnahus.core.service.store.RetentionStore;

/** Proposals and legal holds in plain SQL, each change with its entry in one transaction. */
record JpaRetentionStore(AuditedSql sql, HoldRows rows) implements RetentionStore {
    /** Lifted holds are history: a house with more of them than this looks into its trail. */
    private static final int MOST_HOLDS = 1_000;

    @Override
    public List<CaseId> closedUntil(ServiceId service, LocalDate day) {
        return sql.of(service)
                .all(
                        "select id from case_record where service = ? and state = 'closed' and state_day <= ?"
                                + " order by state_day, id",
                        row -> new CaseId(row.getObject(1, UUID.class)),
                        service.value(),
                        day);
    }

    @Override
    public List<ProposalRecord> proposals(ServiceId service) {
        return sql.of(service)
                .all(
                        "select p.case_id, p.service, c.case_number, p.rule, p.until_day, p.proposed_at,"
                                + " case when c.state = 'closed' then c.state_day end as closed"
                                + " from retention_proposal p join case_record c on c.id = p.case_id"
                                + " where p.service = ? order by p.until_day, p.case_id",
                        JpaRetentionStore::proposal,
                        service.value());
    }

    private static ProposalRecord proposal(ResultSet row) throws SQLException {
        return new ProposalRecord(
                new ServiceId(row.getObject("service", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                new CaseNumber(row.getString("case_number")),
                row.getString("rule"),
                row.getObject("until_day", LocalDate.class),
                Sql.instant(row, "proposed_at"),
                Optional.ofNullable(row.getObject("closed", LocalDate.class)));
    }

    @Override
    public boolean propose(ProposalRecord proposal, AuditEntry audit) {
        return changed(
                proposal.service(),
                audit,
                "insert into retention_proposal (case_id, service, rule, until_day, proposed_at)"
                        + " select c.id, c.service, cast(? as varchar), cast(? as date), cast(? as timestamp(6))"
                        + " from case_record c where c.id = ? and c.service = ? and c.state = 'closed'"
                        + " and not exists (select 1 from retention_proposal p where p.case_id = c.id)",
                proposal.ruleId(),
                proposal.until(),
                proposal.proposed(),
                proposal.caseId().value(),
                proposal.service().value());
    }

    @Override
    public boolean withdraw(ProposalRecord proposal, AuditEntry audit) {
        return changed(
                proposal.service(),
                audit,
                "delete from retention_proposal where case_id = ? and service = ?",
                proposal.caseId().value(),
                proposal.service().value());
    }

    @Override
    public List<HoldRecord> holds(ServiceId service) {
        return sql.of(service)
                .all(
                        HoldRows.SELECT + " order by case when h.lifted_at is null then 0 else 1 end,"
                                + " case when h.lifted_at is null then h.review_on end, h.lifted_at desc, h.id limit "
                                + MOST_HOLDS,
                        rows::read,
                        service.value());
    }

    @Override
    public Optional<HoldRecord> held(ServiceId service, CaseId id) {
        return sql.of(service)
                .first(
                        HoldRows.SELECT + " and h.case_id = ? and h.lifted_at is null",
                        rows::read,
                        service.value(),
                        id.value());
    }

    @Override
    public boolean insert(HoldRecord hold, AuditEntry audit) {
        return sql.of(hold.service()).write(c -> {
            boolean placed = rows.insert(c, hold);
            if (placed) {
                sql.chain().append(c, List.of(audit));
            }
            return placed;
        });
    }

    @Override
    public boolean renew(HoldRecord hold, LocalDate reviewOn, AuditEntry audit) {
        return changed(
                hold.service(),
                audit,
                "update legal_hold set review_on = ? where id = ? and service = ? and lifted_at is null",
                reviewOn,
                hold.id(),
                hold.service().value());
    }

    @Override
    public boolean lift(HoldRecord hold, Stamp lifted, AuditEntry audit) {
        return changed(
                hold.service(),
                audit,
                "update legal_hold set lifted_at = ?, lifted_by = ? where id = ? and service = ? and lifted_at is null",
                lifted.at(),
                lifted.by().value(),
                hold.id(),
                hold.service().value());
    }

    private boolean changed(ServiceId house, AuditEntry audit, String statement, Object... parameters) {
        return sql.of(house).write(c -> {
            boolean done = Sql.update(c, statement, parameters) == 1;
            if (done) {
                sql.chain().append(c, List.of(audit));
            }
            return done;
        });
    }
}
