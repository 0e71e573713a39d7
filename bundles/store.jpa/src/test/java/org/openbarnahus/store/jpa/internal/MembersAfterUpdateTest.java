// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.CaseMember;

/** The update to need-to-know shuts nobody out of what is being worked on, and says until when that is so. */
public class MembersAfterUpdateTest extends OnBothDatabases {
    private static final int DAYS = 90;

    private UserId account(ServiceId where, Role role, boolean enabled) {
        UserId id = new UserId(UUID.randomUUID());
        AccountRecord record = new AccountRecord(
                id, where, "u-" + id, Agency.POLICE, Set.of(role, Role.DPO), enabled, "hash", new byte[] {1}, 1);
        db.store().site().insert(record, Samples.audit(where, "account"));
        return id;
    }

    private CaseFile aCase(ServiceId where, int serial, CaseState state) {
        CaseFile plain = Samples.aCase(where, serial, Samples.plain(LocalDate.of(2026, 3, 1)));
        return db.save(new CaseFile(
                plain.id(),
                plain.number(),
                where,
                state,
                plain.values(),
                plain.snapshot(),
                1,
                plain.created(),
                plain.changed(),
                Optional.empty()));
    }

    private List<CaseMember> members(CaseFile file) {
        return db.read(file.service(), unit -> unit.members(file.id()));
    }

    /** As a database of the version before: without this table and those that came later, with cases and people. */
    private void update() {
        for (String table : List.of(
                "case_member",
                "linked_identity",
                "account_request",
                "erasure_request",
                "erased_case",
                "key_rotation",
                "legal_hold",
                "retention_proposal",
                "emergency_access")) {
            db.sql("drop table " + table);
        }
        db.sql("alter table audit drop column address");
        for (String table : List.of(
                "recovery_code", "enrolment_code", "sign_in", "passkey", "acceptance", "training", "account_use")) {
            db.sql("alter table " + table + " drop constraint " + table + "_of_house");
            if (kind == Kind.POSTGRESQL) {
                db.sql("alter table " + table + " disable row level security");
            }
            db.sql("alter table " + table + " drop column service" + (kind == Kind.POSTGRESQL ? " cascade" : ""));
        }
        db.sql("alter table account drop constraint account_in_house");
        if (kind == Kind.POSTGRESQL) {
            for (String policy : List.of("sign_in on passkey", "purge on enrolment_code", "purge on sign_in")) {
                db.sql("drop policy " + policy);
            }
            db.sql("drop policy purge_read on enrolment_code");
            db.sql("drop policy purge_read on sign_in");
        }
        db.sql("delete from \"flyway_schema_history\" where cast(\"version\" as int) > 30");
        db.shut();
        db.open();
    }

    @Test
    public void theAgenciesKeepWhatIsOpenForAWhile() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        UserId police = account(house, Role.PRACTITIONER, true);
        UserId health = account(house, Role.PRACTITIONER, true);
        account(house, Role.PRACTITIONER, false);
        account(house, Role.MANAGER, true);
        ServiceId next = db.newHouse();
        UserId neighbour = account(next, Role.PRACTITIONER, true);
        CaseFile open = aCase(house, 1, new CaseState.Open(today.minusDays(900)));
        CaseFile referred = aCase(house, 2, new CaseState.Referred());
        CaseFile justClosed = aCase(house, 3, new CaseState.Closed(today.minusDays(20), "completed"));
        CaseFile longClosed = aCase(house, 4, new CaseState.Closed(today.minusDays(40), "completed"));
        CaseFile neighbours = aCase(next, 5, new CaseState.Referred());

        update();

        for (CaseFile kept : List.of(open, referred, justClosed)) {
            assertEquals(Set.of(police, health), accounts(kept));
        }
        assertEquals(Set.of(neighbour), accounts(neighbours));
        assertEquals(Set.of(), accounts(longClosed));
        CaseMember one = members(open).getFirst();
        assertEquals(Optional.empty(), one.grantedBy());
        LocalDate last = one.lastDay().orElseThrow();
        assertTrue(last.toString(), Math.abs(last.toEpochDay() - today.toEpochDay() - DAYS) <= 1);
        LocalDate since = one.since().atOffset(ZoneOffset.UTC).toLocalDate();
        assertTrue(since.toString(), Math.abs(since.toEpochDay() - today.toEpochDay()) <= 1);
        assertTrue(one.current(today));
    }

    private Set<UserId> accounts(CaseFile file) {
        return members(file).stream().map(CaseMember::account).collect(Collectors.toSet());
    }
}
