// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.DuplicateRequestException;
import org.openbarnahus.core.service.store.RequestRecord;

/** What a write promises: all or nothing, once, audited, in one house. */
public class TransactionsTest extends OnBothDatabases {
    @Test
    public void workThatFailsLeavesNothing() {
        CaseFile file = Samples.aCase(house, 1, Samples.everyKind());
        long audited = audited();
        var bug = new IllegalArgumentException("a bug");

        var thrown = assertThrows(
                IllegalArgumentException.class,
                () -> db.write(house, unit -> {
                    unit.insert(file);
                    unit.insert(Samples.entry(file.id(), LocalDate.of(2026, 3, 3), FieldValues.empty()));
                    unit.insertToken(new byte[] {1, 2, 3}, "q", "after", Samples.NOW);
                    throw bug;
                }));

        assertEquals(bug, thrown);
        assertEquals(Optional.empty(), db.read(house, u -> u.findCase(file.id())));
        assertEquals(0, db.count("select count(*) from token where service = ?", house.value()));
        assertEquals(0, db.count("select count(*) from case_suspicion where service = ?", house.value()));
        assertEquals(audited, audited());
    }

    @Test
    public void aConnectionThatDoesNotComeIsAskedForOnce() throws Exception {
        Database database = db.store().database();
        Deque<Connection> taken = new ArrayDeque<>();
        try {
            long once = 0;
            while (once == 0) {
                long begun = System.nanoTime();
                try {
                    taken.push(database.connection());
                } catch (SQLException e) {
                    once = System.nanoTime() - begun;
                }
            }
            long begun = System.nanoTime();
            assertThrows(StoreUnavailableException.class, () -> db.read(house, unit -> unit));
            long took = System.nanoTime() - begun;
            assertTrue("waited " + took + " where a connection takes " + once, 2 * took < 3 * once);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
            // a server that gives no connection for so long is taken for one that is away, until it is asked
            StoreFixture.until(() -> !database.pulse().away());
        }
    }

    /** The answer of a repeated request leaves a write as an exception; the first one's commit may not be on disk yet. */
    @Test
    public void whatAStoppedWriteHasSeenIsOnDiskBeforeItIsTold() {
        long before = db.store().syncs();
        assertThrows(
                IllegalStateException.class,
                () -> db.write(house, unit -> {
                    throw new IllegalStateException("the answer is there already");
                }));
        assertTrue(db.store().syncs() > before);
    }

    @Test
    public void troubleIsToldWithoutStatementOrValues() {
        CaseFile file = db.save(Samples.aCase(house, 7, Samples.everyKind()));
        CaseFile sameNumber = Samples.aCase(house, 7, Samples.everyKind());

        var trouble = assertThrows(StoreUnavailableException.class, () -> db.save(sameNumber));

        for (Throwable each = trouble; each != null; each = each.getCause()) {
            assertFalse(each.toString(), each.toString().contains(file.number().value()));
            assertFalse(
                    each.toString(),
                    each.toString().toLowerCase(java.util.Locale.ROOT).contains("insert"));
        }
        assertEquals(1, db.count("select count(*) from case_record where service = ?", house.value()));
    }

    @Test
    public void aChangeAndItsAuditEntryComeTogether() {
        long before = audited();
        CaseFile file = db.save(Samples.aCase(house, 1, FieldValues.empty()));

        assertEquals(before + 1, audited());
        assertEquals(
                1,
                db.count(
                        "select count(*) from audit where service = ? and object_id = ? and action = 'CREATE' and fields = 'age,sex'"
                                + " and user_id = ? and purpose = 'CASE_WORK' and session_id = 'session-1'"
                                + " and object_type = 'case'",
                        house.value(),
                        String.valueOf(file.hashCode()),
                        Samples.COORDINATOR.value()));
    }

    @Test
    public void anAnsweredRequestIsFoundAndItsKeyTaken() {
        RequestRecord request =
                new RequestRecord("u1", UUID.randomUUID().toString(), "f", "case", "id", 3, Samples.NOW);
        keep(request);

        assertEquals(Optional.of(request), db.read(house, u -> u.findRequest("u1", request.key())));
        assertEquals(Optional.empty(), db.read(house, u -> u.findRequest("u2", request.key())));
        CaseFile file = Samples.aCase(house, 1, FieldValues.empty());
        assertThrows(
                DuplicateRequestException.class,
                () -> db.write(house, unit -> {
                    unit.insert(file);
                    unit.insert(request);
                    return Samples.written(house, file);
                }));
        assertEquals(Optional.empty(), db.read(house, u -> u.findCase(file.id())));
    }

    @Test
    public void ofManyRequestsWithOneKeyExactlyOneIsDone() throws Exception {
        String key = UUID.randomUUID().toString();
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            CaseFile mine = Samples.aCase(house, i + 1, FieldValues.empty());
            writers.add(() -> {
                try {
                    db.write(house, unit -> {
                        unit.insert(mine);
                        unit.insert(new RequestRecord(
                                "u", key, "f", "case", mine.id().toString(), 1, Samples.NOW));
                        return Samples.written(house, mine);
                    });
                    return true;
                } catch (DuplicateRequestException e) {
                    return false;
                }
            });
        }
        assertEquals(1, together(writers).stream().filter(done -> done).count());
        assertEquals(1, db.count("select count(*) from case_record where service = ?", house.value()));
    }

    @Test
    public void aRequestIsForgottenAfterADayAndNotBefore() {
        RequestRecord old = new RequestRecord(
                "u", UUID.randomUUID().toString(), "f", "case", "id", 1, Samples.NOW.minusSeconds(24 * 3600 + 1));
        RequestRecord young = new RequestRecord(
                "u", UUID.randomUUID().toString(), "f", "case", "id", 1, Samples.NOW.minusSeconds(24 * 3600 - 1));
        keep(old);
        keep(young);

        db.store().purge();

        assertEquals(Optional.empty(), db.read(house, u -> u.findRequest("u", old.key())));
        assertEquals(Optional.of(young), db.read(house, u -> u.findRequest("u", young.key())));
    }

    private void keep(RequestRecord request) {
        db.write(house, unit -> {
            unit.insert(request);
            return StoreFixture.auditOnly(house, request);
        });
    }

    @Test
    public void numbersAreUniqueUnderEightThreads() throws Exception {
        List<Callable<List<CaseNumber>>> takers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            takers.add(() -> {
                List<CaseNumber> mine = new ArrayList<>();
                for (int n = 0; n < 25; n++) {
                    mine.add(db.write(house, unit -> StoreFixture.auditOnly(house, unit.nextNumber("SE-LKP", 2026))));
                }
                return mine;
            });
        }
        Set<CaseNumber> all = new HashSet<>();
        together(takers).forEach(all::addAll);
        assertEquals(200, all.size());
        assertTrue(all.contains(Samples.number(1)) && all.contains(Samples.number(200)));
    }

    @Test
    public void aTokenIsConsumedOnceHoweverManyTry() throws Exception {
        byte[] hash = house.value().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        db.write(house, unit -> {
            unit.insertToken(hash, "barnahus.child", "after", Samples.NOW.plusSeconds(1800));
            return StoreFixture.auditOnly(house, true);
        });
        assertEquals(house, db.store().site().token(hash).orElseThrow().service());
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tries.add(() ->
                    db.write(house, unit -> StoreFixture.auditOnly(house, unit.consumeToken(hash, Samples.NOW))));
        }
        assertEquals(1, together(tries).stream().filter(used -> used).count());
        assertEquals(Optional.empty(), db.store().site().token(hash));
    }

    @Test
    public void anExpiredTokenIsNotConsumed() {
        byte[] hash = house.value().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertFalse(db.write(house, unit -> {
            unit.insertToken(hash, "q", "m", Samples.NOW);
            return StoreFixture.auditOnly(house, unit.consumeToken(hash, Samples.NOW));
        }));
    }

    @Test
    public void responsesAreReadBackWithTheirTexts() {
        db.write(house, unit -> {
            unit.insert(response());
            return StoreFixture.auditOnly(house, true);
        });

        assertEquals(List.of(response()), db.read(house, u -> u.responses("barnahus.child")));
    }

    private static QuestionnaireResponse response() {
        return new QuestionnaireResponse(
                "barnahus.child",
                "1.0.0",
                "after",
                YearMonth.of(2026, 3),
                Map.of("q1", "agree"),
                Map.of("free", "fine"));
    }

    private long audited() {
        return db.count("select count(*) from audit where service = ?", house.value());
    }
}
