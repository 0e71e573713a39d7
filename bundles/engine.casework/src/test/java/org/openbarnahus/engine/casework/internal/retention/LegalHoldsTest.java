// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.retention;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.LegalHoldService;
import org.openbarnahus.core.service.command.PlaceHold;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.HeldCase;
import org.openbarnahus.core.service.query.LegalHold;
import org.openbarnahus.engine.casework.fake.House;
import org.openbarnahus.engine.casework.fake.MemoryErasures;
import org.openbarnahus.engine.casework.fake.MemoryRetention;

/** A hold is placed with a reason and a day, goes on past that day, and is lifted by somebody. */
public class LegalHoldsTest {
    private static final String REASON = "The district court has asked for the file.";
    private static final LocalDate REVIEW = House.TODAY.plusMonths(6);

    private final House house = new House();
    private final MemoryRetention store = new MemoryRetention(house.store);
    private final LegalHoldService holds = new LegalHolds(
            house.gates,
            house.gates,
            house.gates,
            house.store,
            new MemoryErasures(house.store, store),
            store,
            house.site,
            house.time);
    private final Session manager = House.coordinator();
    private CaseFile file;

    @Before
    public void aCase() {
        house.account(manager, Role.MANAGER);
        file = house.cases.open(manager, House.openCase(), RequestKey.fresh()).orElseThrow();
    }

    private LegalHold placed() {
        return holds.place(manager, new PlaceHold(file.number(), REASON, REVIEW))
                .orElseThrow();
    }

    private static Problem problem(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst();
    }

    @Test
    public void itIsPlacedOnceAndSaysWhy() {
        LegalHold hold = placed();
        assertEquals(REASON, hold.reason());
        assertEquals("kim", hold.placedBy());
        assertFalse(hold.due());
        assertEquals(List.of(hold), holds.holds(manager).orElseThrow());
        assertEquals(
                ErrorCode.CASE_HELD,
                problem(holds.place(manager, new PlaceHold(file.number(), REASON, REVIEW)))
                        .code());
        assertEquals(
                "hold-placed review:" + REVIEW + " id:" + hold.id(),
                store.audit.getLast().detail());
        assertEquals(file.id().toString(), store.audit.getLast().objectId());
        assertFalse("not why", store.audit.toString().contains("court"));
    }

    @Test
    public void pastItsDayItIsDueAndStillOn() {
        LegalHold hold = placed();
        house.now = house.now.plus(Duration.ofDays(365));
        assertTrue(holds.holds(manager).orElseThrow().getFirst().due());
        assertTrue(store.held(House.LKP, file.id()).isPresent());
        LocalDate later = House.TODAY.plusDays(400);
        LegalHold renewed = holds.renew(manager, hold.id(), later).orElseThrow();
        assertFalse(renewed.due());
        assertEquals(later, renewed.reviewOn());
        assertEquals(Optional.of(later), store.held(House.LKP, file.id()).map(h -> h.reviewOn()));
        assertTrue(store.audit.getLast().detail().startsWith("hold-renewed review:" + later));
    }

    @Test
    public void liftingIsAnActOfItsOwnAndTheHoldStaysKnown() {
        LegalHold hold = placed();
        LegalHold lifted = holds.lift(manager, hold.id()).orElseThrow();
        assertEquals("kim", lifted.lifted().orElseThrow().by());
        assertEquals(List.of(lifted), holds.holds(manager).orElseThrow());
        assertTrue(store.audit.getLast().detail().startsWith("hold-lifted"));
        assertEquals(
                ErrorCode.NOT_FOUND, problem(holds.lift(manager, hold.id())).code());
        assertEquals(
                ErrorCode.NOT_FOUND,
                problem(holds.renew(manager, hold.id(), REVIEW)).code());
        placed();
    }

    @Test
    public void theDayLiesBetweenTomorrowAndTwoYears() {
        for (LocalDate day : List.of(House.TODAY, House.TODAY.minusDays(9))) {
            assertEquals(refusal(ErrorCode.TOO_SMALL, "min", House.TODAY.plusDays(1)), day(day));
        }
        LocalDate last = House.TODAY.plusYears(2);
        assertEquals(refusal(ErrorCode.TOO_LARGE, "max", last), day(last.plusDays(1)));
        LegalHold hold = placed();
        assertEquals(
                refusal(ErrorCode.TOO_LARGE, "max", last), problem(holds.renew(manager, hold.id(), last.plusDays(1))));
        assertEquals(last, holds.renew(manager, hold.id(), last).orElseThrow().reviewOn());
    }

    private Problem day(LocalDate day) {
        return problem(holds.place(manager, new PlaceHold(file.number(), REASON, day)));
    }

    private static Problem refusal(ErrorCode code, String name, LocalDate day) {
        return Problem.at(code, "review_on", name, day.toString());
    }

    @Test
    public void theReasonIsAskedForAndScreened() {
        assertEquals(ErrorCode.TOO_SHORT, reason("court").code());
        assertEquals(ErrorCode.TOO_LONG, reason("x".repeat(501)).code());
        for (String hidden : List.of("\u0000", "\u001B[2J", "\u202E", "\u2028", "\u200B")) {
            assertEquals(Problem.at(ErrorCode.FORBIDDEN_CHARACTER, "reason"), reason(REASON + hidden + "x"));
        }
        assertEquals(
                ErrorCode.IDENTIFIER_IN_TEXT,
                reason("needed for 20140101-2384 by the court").code());
        house.gates.privacyReady = false;
        assertEquals(ErrorCode.TEXT_NOT_SCREENED, reason(REASON).code());
        assertEquals(List.of(), store.holds);
    }

    private Problem reason(String text) {
        return problem(holds.place(manager, new PlaceHold(file.number(), text, REVIEW)));
    }

    @Test
    public void whoeverReadsTheCaseIsToldThatOneIsOnAndNotWhy() {
        assertEquals(Optional.empty(), holds.ofCase(House.police(), file.id()).orElseThrow());
        LegalHold hold = placed();
        HeldCase told = holds.ofCase(House.police(), file.id()).orElseThrow().orElseThrow();
        assertEquals(new HeldCase(hold.placed(), REVIEW), told);
        house.gates.needToKnow = true;
        assertEquals(
                ErrorCode.NOT_FOUND,
                problem(holds.ofCase(House.police(), file.id())).code());
    }

    @Test
    public void aNeighbourNeitherSeesNorPlacesNorLifts() {
        LegalHold hold = placed();
        Session neighbour = House.neighbour();
        assertEquals(List.of(), holds.holds(neighbour).orElseThrow());
        assertEquals(
                ErrorCode.NOT_FOUND, problem(holds.lift(neighbour, hold.id())).code());
        assertEquals(
                ErrorCode.NOT_FOUND,
                problem(holds.place(neighbour, new PlaceHold(file.number(), REASON, REVIEW)))
                        .code());
        assertEquals(
                ErrorCode.NOT_FOUND, problem(holds.ofCase(neighbour, file.id())).code());
        assertEquals(
                ErrorCode.NOT_FOUND,
                problem(holds.place(manager, new PlaceHold(CaseNumber.of("SE-LKP", 1999, 1), REASON, REVIEW)))
                        .code());
    }

    @Test
    public void withoutThePermissionNothingHappens() {
        LegalHold hold = placed();
        house.gates.denyRole = Optional.of("role");
        for (Outcome<?> outcome : List.of(
                holds.holds(manager),
                holds.place(manager, new PlaceHold(file.number(), REASON, REVIEW)),
                holds.renew(manager, hold.id(), REVIEW),
                holds.lift(manager, UUID.randomUUID()),
                holds.ofCase(manager, file.id()))) {
            assertEquals(ErrorCode.DENIED, problem(outcome).code());
        }
    }
}
