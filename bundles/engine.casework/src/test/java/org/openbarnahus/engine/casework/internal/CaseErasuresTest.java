// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.CaseErasureService;
import org.openbarnahus.core.service.query.ErasedCase;
import org.openbarnahus.core.service.query.ErasureReason;
import org.openbarnahus.core.service.query.ErasureRequest;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.engine.casework.fake.House;
import org.openbarnahus.engine.casework.fake.MemoryErasures;
import org.openbarnahus.engine.casework.fake.MemoryRetention;

/** It takes two to erase a case, both of the house, and afterwards the house is told that it was. */
public class CaseErasuresTest extends Desk {
    private final MemoryRetention retention = new MemoryRetention(house.store);
    private final MemoryErasures store = new MemoryErasures(house.store, retention);
    private final CaseErasureService erasures =
            new CaseErasures(house.gates, house.gates, store, retention, house.site, house.time);
    private final Session first = House.coordinator();
    private final Session second = House.police();
    private final CaseFile file = open(House.openCase());
    private AccountRecord manager;

    @Before
    public void people() {
        manager = house.account(first, Role.MANAGER);
        house.account(second, Role.DPO);
    }

    private ErasureRequest asked() {
        return erasures.ask(first, file.number(), ErasureReason.RETENTION).orElseThrow();
    }

    @Test
    public void oneAsksAnotherConfirmsAndTheCaseIsGone() {
        ErasureRequest request = asked();
        assertTrue(request.mine());
        assertFalse(erasures.waiting(second).orElseThrow().getFirst().mine());
        assertEquals(request, asked());

        ErasedCase erased = erasures.confirm(second, request.id()).orElseThrow();

        assertEquals("kim and pia", erased.certificate());
        assertEquals(ErrorCode.CASE_ERASED, code(house.cases.find(first, file.id())));
        assertEquals(List.of(), erasures.waiting(first).orElseThrow());
        assertEquals(List.of(erased), erasures.erased(first).orElseThrow());
        assertEquals(erased, erasures.erased(second, file.id()).orElseThrow());
        AuditEntry entry = store.audit.getLast();
        assertEquals(AuditEntry.Action.REMOVE, entry.action());
        assertEquals(file.id().toString(), entry.objectId());
        assertEquals("erased reason:retention asked-by:" + first.actor().user(), entry.detail());
        assertEquals(Optional.of(second.actor().user()), entry.user());
    }

    @Test
    public void whoeverAskedCannotConfirm() {
        ErasureRequest request = asked();
        assertEquals(ErrorCode.NOT_YOURSELF, code(erasures.confirm(first, request.id())));
        assertEquals(file, stored(file));
    }

    @Test
    public void whoeverDoesNotKnowTheWholeHouseIsToldNothing() {
        erasures.confirm(second, asked().id());
        house.gates.needToKnow = true;
        assertEquals(ErrorCode.NOT_FOUND, code(house.cases.find(first, file.id())));
        CaseFile other = open(House.openCase());
        assertEquals(ErrorCode.NOT_FOUND, code(erasures.ask(second, other.number(), ErasureReason.MISTAKE)));
    }

    @Test
    public void aNeighbourNeitherAsksNorSeesNorConfirms() {
        ErasureRequest request = asked();
        Session neighbour = House.neighbour();
        house.account(neighbour, Role.MANAGER);
        assertEquals(ErrorCode.NOT_FOUND, code(erasures.ask(neighbour, file.number(), ErasureReason.MISTAKE)));
        assertEquals(List.of(), erasures.waiting(neighbour).orElseThrow());
        assertEquals(ErrorCode.NOT_FOUND, code(erasures.confirm(neighbour, request.id())));
        erasures.confirm(second, request.id());
        assertEquals(ErrorCode.NOT_FOUND, code(erasures.erased(neighbour, file.id())));
        assertEquals(ErrorCode.NOT_FOUND, code(house.cases.find(neighbour, file.id())));
    }

    @Test
    public void itLapsesAfterThreeDaysAndSaysSo() {
        ErasureRequest request = asked();
        house.now = house.now.plus(Duration.ofHours(72));
        assertEquals(ErrorCode.NOT_FOUND, code(erasures.confirm(second, request.id())));
        assertEquals(
                "lapsed case:" + file.id() + " reason:retention",
                store.audit.getLast().detail());
        assertEquals(file, stored(file));
    }

    @Test
    public void whoeverIsNoManagerAnyMoreHasAskedForNothing() {
        ErasureRequest request = asked();
        house.site.accounts.remove(manager);
        house.account(first, Role.COORDINATOR);
        assertEquals(ErrorCode.NOT_FOUND, code(erasures.confirm(second, request.id())));
        assertEquals(file, stored(file));
    }

    @Test
    public void itIsTakenBackOrDeclined() {
        erasures.withdraw(first, asked().id());
        assertTrue(store.audit.getLast().detail().startsWith("withdrawn"));
        erasures.withdraw(second, asked().id());
        assertTrue(store.audit.getLast().detail().startsWith("declined"));
        assertEquals(List.of(), erasures.waiting(first).orElseThrow());
    }

    @Test
    public void aLegalHoldRefusesBothWhoAsksAndWhoConfirms() {
        ErasureRequest request = asked();
        retention.hold(file, manager.id());
        assertEquals(ErrorCode.CASE_HELD, code(erasures.confirm(second, request.id())));
        assertEquals(file, stored(file));
        assertEquals(List.of(request), erasures.waiting(first).orElseThrow());
        erasures.withdraw(first, request.id());
        assertEquals(ErrorCode.CASE_HELD, code(erasures.ask(first, file.number(), ErasureReason.AUTHORITY)));
        retention.holds.clear();
        erasures.confirm(second, asked().id()).orElseThrow();
    }

    @Test
    public void aNumberThatIsNoneIsNotFound() {
        assertEquals(
                ErrorCode.NOT_FOUND,
                code(erasures.ask(first, CaseNumber.of("SE-LKP", 1999, 1), ErasureReason.AUTHORITY)));
    }

    @Test
    public void withoutThePermissionNothingHappens() {
        ErasureRequest request = asked();
        house.gates.denyRole = Optional.of("role");
        assertEquals(ErrorCode.DENIED, code(erasures.ask(first, file.number(), ErasureReason.MISTAKE)));
        assertEquals(ErrorCode.DENIED, code(erasures.waiting(first)));
        assertEquals(ErrorCode.DENIED, code(erasures.confirm(second, request.id())));
        assertEquals(ErrorCode.DENIED, code(erasures.withdraw(second, request.id())));
        assertEquals(ErrorCode.DENIED, code(erasures.erased(first)));
        assertEquals(ErrorCode.DENIED, code(erasures.erased(first, file.id())));
    }
}
