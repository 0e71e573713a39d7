// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.emergency;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.command.ReviewEmergency;
import org.openbarnahus.core.service.command.UseEmergency;
import org.openbarnahus.core.service.query.EmergencyInfo;
import org.openbarnahus.engine.casework.fake.FakeGlass;
import org.openbarnahus.engine.casework.fake.House;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;

/** Somebody opens one case in an emergency, works with it for some hours, and somebody else looks at it afterwards. */
public class EmergencyAccessesTest {
    private static final List<String> DECEIVING = List.of("\u0000", "\u001B[2J", "\u202E", "\u2028", "\u200B");
    private static final String TEXT = "The interview begins in ten minutes, nobody answers.";

    private final House house = new House();
    private final FakeGlass glass = new FakeGlass(house.gates);
    private final EmergencyAccesses emergencies = new EmergencyAccesses(
            house.gates, glass, glass, house.gates, house.gates, house.store, house.site, house.time);
    private final Session police = House.police();
    private final Session coordinator = House.coordinator();
    private final CaseFile file = open();
    private final CaseFile other = open();

    @Before
    public void needToKnow() {
        house.account(police, Role.PRACTITIONER);
        house.account(coordinator, Role.COORDINATOR);
        house.gates.clock = () -> house.now;
        house.gates.needToKnow = true;
    }

    private CaseFile open() {
        return house.cases
                .open(coordinator, House.openCase(), RequestKey.fresh())
                .orElseThrow();
    }

    private Outcome<EmergencyInfo> use(String number) {
        return use(number, RequestKey.fresh());
    }

    private Outcome<EmergencyInfo> use(String number, RequestKey key) {
        return emergencies.use(police, new UseEmergency(number, "no_member_reachable", TEXT), key);
    }

    private EmergencyInfo used() {
        return use(file.number().value()).orElseThrow();
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst().code();
    }

    private AuditEntry lastAudit() {
        return house.store.audit(House.LKP).getLast();
    }

    private boolean reads(CaseFile one) {
        return house.cases.find(police, one.id()) instanceof Outcome.Done<?>;
    }

    @Test
    public void itOpensThisOneCaseForReadingAndWritingUntilTheFourHoursAreOver() {
        assertFalse(reads(file));
        EmergencyInfo info = used();
        assertEquals(file.id(), info.caseId());
        assertEquals(house.now.plus(Duration.ofHours(4)), info.time().until());
        assertTrue(info.time().running() && info.mine() && info.mayEnd());
        assertTrue(reads(file));
        assertFalse("no other case", reads(other));
        house.cases
                .record(police, new RecordEntry(file.id(), House.interview(1)), RequestKey.fresh())
                .orElseThrow();
        house.now = house.now.plus(Duration.ofHours(4)).minusMillis(1);
        assertTrue(reads(file));
        house.now = house.now.plusMillis(1);
        assertFalse("not a moment longer", reads(file));
        assertFalse(emergencies.accesses(police).orElseThrow().getFirst().time().running());
    }

    @Test
    public void theTrailSaysWhoWhichCaseWhyAndUntilWhenAndNeverWhatWasWritten() {
        EmergencyInfo info = used();
        assertEquals(
                "emergency-access no_member_reachable until:" + info.time().until() + " id:" + info.id(),
                lastAudit().detail());
        assertEquals(file.id().toString(), lastAudit().objectId());
        assertEquals(AuditEntry.Result.DONE, lastAudit().result());
        assertFalse(house.store.audit(House.LKP).toString().contains("interview begins"));
    }

    @Test
    public void whateverIsNoCaseToOpenSoundsTheSameAndCountsAsAGuess() {
        for (String wrong : List.of("SE-LKP-2026-9999", "SE-OTH-2026-0001", "what is this", "")) {
            assertEquals(wrong, ErrorCode.NOT_FOUND, code(use(wrong)));
            assertEquals(AuditEntry.Result.DENIED, lastAudit().result());
            assertEquals("emergency number", lastAudit().detail());
        }
        assertEquals(
                4, glass.wrong.values().stream().mapToInt(Integer::intValue).sum());
        use("SE-LKP-2026-9998");
        assertEquals(
                "also a right one waits then",
                ErrorCode.THROTTLED,
                code(use(file.number().value())));
        assertFalse(reads(file));
    }

    @Test
    public void aRightNumberGivesNoMoreGuessesAtTheOthers() {
        for (int i = 0; i < 4; i++) {
            use("SE-LKP-2026-999" + i);
        }
        used();
        use("SE-LKP-2026-9999");
        assertEquals(ErrorCode.THROTTLED, code(use(other.number().value())));
    }

    @Test
    public void aReasonOfTheListAndAScreenedTextAreAskedForBeforeAnyNumber() {
        String number = file.number().value();
        String nineteen = "x".repeat(19);
        for (String number1 : List.of(number, "SE-LKP-2026-9999")) {
            assertEquals(ErrorCode.UNKNOWN_CODE, code(with(number1, "curiosity", TEXT)));
            assertEquals(ErrorCode.TOO_SHORT, code(with(number1, "other", nineteen + "   ")));
            assertEquals(ErrorCode.TOO_LONG, code(with(number1, "other", "x".repeat(1_001))));
            for (String hidden : DECEIVING) {
                assertEquals(ErrorCode.FORBIDDEN_CHARACTER, code(with(number1, "other", "acute " + hidden + TEXT)));
            }
            assertEquals(
                    ErrorCode.IDENTIFIER_IN_TEXT, code(with(number1, "other", "the child is 20120101-2384 there")));
        }
        assertTrue(glass.wrong.isEmpty());
        assertTrue(with(number, "other", nineteen + "y") instanceof Outcome.Done<?>);
    }

    private Outcome<EmergencyInfo> with(String number, String reason, String text) {
        return emergencies.use(police, new UseEmergency(number, reason, text), RequestKey.fresh());
    }

    @Test
    public void theSameRequestIsDoneOnce() {
        RequestKey key = RequestKey.fresh();
        EmergencyInfo first = use(file.number().value(), key).orElseThrow();
        int settled = house.store.settled();
        assertEquals(first, use(file.number().value(), key).orElseThrow());
        assertEquals("the answer of before waits for the disk", settled + 1, house.store.settled());
        assertEquals(ErrorCode.REQUEST_KEY_REUSED, code(use(other.number().value(), key)));
        assertEquals(1, house.store.data(House.LKP).emergencies.rows.size());
        assertEquals(ErrorCode.EMERGENCY_NOT_NEEDED, code(use(file.number().value())));
    }

    @Test
    public void whoeverUsedItOrRunsTheHouseEndsItAndNobodyElse() {
        EmergencyInfo mine = used();
        assertEquals(ErrorCode.NOT_FOUND, code(emergencies.end(House.neighbour(), mine.id(), mine.version())));
        assertEquals(ErrorCode.STALE, code(emergencies.end(police, mine.id(), 7)));
        assertTrue(reads(file));
        EmergencyInfo ended = emergencies.end(police, mine.id(), mine.version()).orElseThrow();
        assertEquals(Optional.of("pia"), ended.time().endedBy());
        assertFalse(reads(file));
        EmergencyInfo again = used();
        emergencies.end(coordinator, again.id(), again.version()).orElseThrow();
        assertFalse(reads(file));
        assertTrue(lastAudit()
                .detail()
                .startsWith("emergency-ended account:" + police.actor().user()));
        assertEquals(ErrorCode.NOT_FOUND, code(emergencies.end(coordinator, UUID.randomUUID(), 1)));
    }

    private Outcome<EmergencyInfo> review(Session who, EmergencyInfo info, boolean justified, String note) {
        return emergencies.review(who, new ReviewEmergency(info.id(), justified, note));
    }

    @Test
    public void somebodyElseReviewsItOnceAndWhatIsNotJustifiedEnds() {
        EmergencyInfo info = used();
        assertEquals(ErrorCode.NOT_YOURSELF, code(review(police, info, true, "it was needed")));
        assertEquals("emergency own", lastAudit().detail());
        assertEquals(ErrorCode.TOO_SHORT, code(review(coordinator, info, true, "ok")));
        for (String hidden : DECEIVING) {
            assertEquals(
                    ErrorCode.FORBIDDEN_CHARACTER, code(review(coordinator, info, true, "it was" + hidden + "so")));
        }
        assertEquals(1, emergencies.waiting(coordinator));
        assertEquals(0, emergencies.waiting(police));
        EmergencyInfo reviewed =
                review(coordinator, info, false, "Nobody was called.").orElseThrow();
        assertFalse(reviewed.review().verdict().orElseThrow().justified());
        assertFalse(reads(file));
        assertTrue(lastAudit().detail().startsWith("emergency-reviewed not-justified"));
        assertEquals(
                reviewed, review(coordinator, info, false, "Nobody was called.").orElseThrow());
        assertEquals(ErrorCode.STALE, code(review(coordinator, info, true, "On second thought, fine.")));
        assertEquals(0, emergencies.waiting(coordinator));
    }

    @Test
    public void colleaguesOfTheCaseSeeThatItWasUsedAndNotWhatWasWritten() {
        used();
        EmergencyInfo seen =
                emergencies.ofCase(coordinator, file.id()).orElseThrow().getFirst();
        assertEquals("pia", seen.person().username());
        assertEquals(TEXT, seen.text());
        Session health = House.health();
        assertEquals(ErrorCode.NOT_FOUND, code(emergencies.ofCase(health, file.id())));
        assertEquals(List.of(), emergencies.accesses(health).orElseThrow());
        house.gates.needToKnow = false;
        EmergencyInfo colleagues =
                emergencies.ofCase(health, file.id()).orElseThrow().getFirst();
        assertEquals("", colleagues.text());
        assertFalse(colleagues.mayEnd() || colleagues.mine());
        house.now = house.now.plus(Duration.ofDays(31));
        review(coordinator, seen, true, "She rang me.").orElseThrow();
        assertEquals(List.of(), emergencies.ofCase(health, file.id()).orElseThrow());
    }

    @Test
    public void whatNobodyReviewsInTimeIsMarkedAndToldOnce() {
        EmergencyInfo info = used();
        OverdueReviews clock =
                new OverdueReviews(glass, house.store, house.site, new ServiceClock(house.time, house.site));
        house.now = house.now.plus(Duration.ofHours(72)).minusMillis(1);
        clock.tell();
        assertFalse(lastAudit().detail().startsWith("emergency-review-overdue"));
        house.now = house.now.plusMillis(1);
        int before = house.store.audit(House.LKP).size();
        clock.tell();
        clock.tell();
        assertEquals(before + 1, house.store.audit(House.LKP).size());
        assertTrue(lastAudit().detail().startsWith("emergency-review-overdue account:"));
        assertEquals(Optional.empty(), lastAudit().user());
        assertTrue(emergencies
                .accesses(coordinator)
                .orElseThrow()
                .getFirst()
                .review()
                .overdue());
        assertFalse(review(coordinator, info, true, "Late, but fine.")
                .orElseThrow()
                .review()
                .overdue());
    }
}
