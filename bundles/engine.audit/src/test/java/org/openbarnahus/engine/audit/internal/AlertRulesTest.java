// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Test;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.service.store.ChainedEntry;

/** Each rule just below and just above its threshold. */
public class AlertRulesTest {
    private static final Instant NOON = Instant.parse("2026-03-12T11:00:00Z");

    private final AlertRules rules = new AlertRules(Entries.SAFE, house -> ZoneId.of("Europe/Stockholm"));
    private final MemoryTrail trail = new MemoryTrail();

    private List<String> see(AuditEntry entry) {
        ChainedEntry linked = trail.add(entry);
        return rules.see(linked).stream().map(Finding::rule).toList();
    }

    private static AuditEntry read(int number, Instant at) {
        return Entries.of(at, Entries.ANNA, Action.READ, "case", "case-" + number, Result.DONE);
    }

    @Test
    public void oneDenialIsAnAlertAndTenWithinTenMinutesAreABurst() {
        List<List<String>> seen = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            seen.add(see(Entries.of(NOON.plusSeconds(i * 59L), Entries.ANNA, Action.READ, "case", "x", Result.DENIED)));
        }
        assertEquals(List.of("denied"), seen.get(0));
        assertEquals(List.of("denied"), seen.get(8));
        assertEquals(List.of("denied", "denial_burst"), seen.get(9));
    }

    @Test
    public void whatBrowsersReportIsAnAlertForEveryHouse() {
        AuditEntry nobodys = Entries.nobody(NOON);
        ChainedEntry linked = trail.add(new AuditEntry(
                NOON,
                nobodys.service(),
                nobodys.user(),
                "",
                nobodys.purpose(),
                Action.READ,
                "page-policy",
                "",
                Result.DENIED,
                nobodys.fields(),
                "script-src inline 3"));
        List<Finding> found = rules.see(linked);
        assertEquals(List.of("page_policy"), found.stream().map(Finding::rule).toList());
        assertEquals(true, found.getFirst().everywhere());
    }

    @Test
    public void copiesThatAreLateAreAnAlertForEveryHouseAndThoseThatHaveCaughtUpAreNone() {
        assertEquals(List.of("sink_late"), ofTheSite("sink", Result.REFUSED));
        assertEquals(List.of(), ofTheSite("sink", Result.DONE));
    }

    @Test
    public void aRowThatTheProductHasNotWrittenIsAnAlertForEveryHouse() {
        assertEquals(List.of("foreign_row"), ofTheSite("seal", Result.REFUSED));
    }

    @Test
    public void manyRequestsRefusedAtTheDoorAreAnAlertAndAFewAreNone() {
        assertEquals(List.of("door"), ofTheSite("door", Result.DENIED));
        assertEquals(List.of(), ofTheSite("door", Result.REFUSED));
    }

    private List<String> ofTheSite(String type, Result result) {
        AuditEntry nobodys = Entries.nobody(NOON);
        List<Finding> found = rules.see(trail.add(new AuditEntry(
                NOON,
                nobodys.service(),
                nobodys.user(),
                "",
                nobodys.purpose(),
                Action.CHANGE,
                type,
                "",
                result,
                nobodys.fields(),
                "")));
        assertEquals(true, found.stream().allMatch(Finding::everywhere));
        return found.stream().map(Finding::rule).toList();
    }

    @Test
    public void oneOfThoseWhoWatchThatIsStoppedIsAlwaysAnAlert() {
        AuditEntry entry = Entries.of(NOON, Entries.ANNA, Action.CONFIGURE, "grave-accounts", "x", Result.DONE);
        assertEquals(List.of("grave_stopped"), see(entry));
        assertEquals(List.of(), see(Entries.of(NOON, Entries.ANNA, Action.CONFIGURE, "user", "x", Result.DONE)));
    }

    @Test
    public void tenDenialsOverAnHourAreNoBurst() {
        for (int i = 0; i < 30; i++) {
            assertEquals(
                    List.of("denied"),
                    see(Entries.of(NOON.plusSeconds(i * 120L), Entries.ANNA, Action.READ, "case", "x", Result.DENIED)));
        }
    }

    @Test
    public void fortyCasesAnHourAreWorkAndOneMoreIsBulkReading() {
        for (int i = 0; i < 40; i++) {
            assertEquals(List.of(), see(read(i, NOON.plusSeconds(i))));
        }
        assertEquals(List.of(), see(read(7, NOON.plusSeconds(50))));
        assertEquals(List.of("bulk_read"), see(read(40, NOON.plusSeconds(60))));
        assertEquals(List.of(), see(read(41, NOON.plusSeconds(3_700))));
    }

    @Test
    public void manyRowsOfListsWithinAnHourAreBulkReadingToo() {
        for (int page = 0; page < 10; page++) {
            assertEquals(List.of(), see(listed(200, NOON.plusSeconds(page))));
        }
        assertEquals(List.of(), see(listed(0, NOON.plusSeconds(20))));
        assertEquals(List.of("bulk_list"), see(listed(1, NOON.plusSeconds(30))));
        assertEquals(List.of(), see(listed(200, NOON.plusSeconds(3_700))));
    }

    @Test
    public void manyNarrowedFiguresWithinAnHourAreBulkReadingTooAndOthersAreNot() {
        for (int i = 0; i < 20; i++) {
            assertEquals(List.of(), see(figure(",narrowed", NOON.plusSeconds(i))));
        }
        assertEquals(List.of(), see(figure("", NOON.plusSeconds(29))));
        assertEquals(List.of("bulk_figures"), see(figure(",narrowed", NOON.plusSeconds(30))));
        assertEquals(List.of(), see(figure(",narrowed", NOON.plusSeconds(3_700))));
    }

    private static AuditEntry figure(String end, Instant at) {
        AuditEntry plain = Entries.of(at, Entries.ANNA, Action.READ, "indicator", "BH-0-04", Result.DONE);
        return detailed(plain, "2026-03-01/2026-03-02" + end);
    }

    private static AuditEntry listed(int rows, Instant at) {
        AuditEntry plain = Entries.of(at, Entries.ANNA, Action.SEARCH, "case", "", Result.DONE);
        return detailed(plain, "hits:98765,shown:" + rows);
    }

    private static AuditEntry detailed(AuditEntry plain, String detail) {
        return new AuditEntry(
                plain.at(),
                plain.service(),
                plain.user(),
                plain.session(),
                plain.purpose(),
                plain.action(),
                plain.objectType(),
                plain.objectId(),
                plain.result(),
                plain.fields(),
                detail);
    }

    @Test
    public void readingOfOnePersonIsNotCountedForAnother() {
        for (int i = 0; i < 40; i++) {
            see(read(i, NOON));
        }
        AuditEntry hers = Entries.of(NOON, new UserId(new java.util.UUID(9, 9)), Action.READ, "case", "c", Result.DONE);
        assertEquals(List.of(), see(hers));
    }

    @Test
    public void theHousesOwnClockSaysWhichHoursAreOdd() {
        assertEquals(List.of(), see(read(1, Instant.parse("2026-03-12T20:59:59Z"))));
        assertEquals(List.of("odd_hours"), see(read(1, Instant.parse("2026-03-12T21:00:00Z"))));
        assertEquals(List.of("odd_hours"), see(read(1, Instant.parse("2026-03-13T03:59:59Z"))));
        assertEquals(List.of(), see(read(1, Instant.parse("2026-03-13T04:00:00Z"))));
        assertEquals(List.of("odd_hours"), see(read(1, Instant.parse("2026-07-01T20:30:00Z"))));
    }

    @Test
    public void fiveFailedSignInsToOneAccountWithinAnHourAreGuessing() {
        List<Integer> alerts = LongStream.range(0, 6)
                .mapToObj(i -> see(Entries.of(
                                NOON.plusSeconds(i), Entries.ANNA, Action.SIGN_IN, "session", "", Result.DENIED))
                        .size())
                .toList();
        assertEquals(List.of(0, 0, 0, 0, 1, 1), alerts);
    }

    @Test
    public void aLoginThatIsTakenOverAgainAndAgainIsShared() {
        assertEquals(List.of(), see(signedIn("took-over")));
        assertEquals(List.of("shared_login"), see(signedIn("took-over-repeatedly")));
    }

    @Test
    public void openingACaseInAnEmergencyIsAnAlertAtOnceAndAgainWhenNobodyReviewsIt() {
        AuditEntry change = Entries.of(NOON, Entries.ANNA, Action.CHANGE, "case", "c", Result.DONE);
        assertEquals(List.of("emergency"), see(with(change, "emergency-access acute_danger until:x id:y")));
        assertEquals(List.of("emergency_overdue"), see(with(change, "emergency-review-overdue account:x id:y")));
        assertEquals(List.of(), see(with(change, "emergency-reviewed justified account:x id:y")));
        assertEquals(List.of(), see(with(change, "open")));
    }

    private static AuditEntry signedIn(String detail) {
        return with(Entries.of(NOON, Entries.ANNA, Action.SIGN_IN, "session", "", Result.DONE), detail);
    }

    private static AuditEntry with(AuditEntry entry, String detail) {
        return new AuditEntry(
                entry.at(),
                entry.service(),
                entry.user(),
                entry.session(),
                entry.purpose(),
                entry.action(),
                entry.objectType(),
                entry.objectId(),
                entry.result(),
                entry.fields(),
                detail);
    }

    @Test
    public void twentyUnknownNamesAreGuessingEverywhere() {
        for (int i = 0; i < 19; i++) {
            assertEquals(List.of(), see(Entries.nobody(NOON.plusSeconds(i))));
        }
        Finding finding =
                rules.see(trail.add(Entries.nobody(NOON.plusSeconds(20)))).getFirst();
        assertEquals("guessing", finding.rule());
        assertEquals(Optional.empty(), finding.user());
        assertEquals(true, finding.everywhere());
    }

    @Test
    public void thresholdsAreKeptWithinWhatIsSensibleAndOddHoursCanBeSwitchedOff() {
        Thresholds none = new Thresholds(10, 40, 2_000, 20, 5, 5, 5, 20);
        assertEquals(false, none.odd(java.time.LocalTime.of(5, 30)));
        Thresholds noon = new Thresholds(10, 40, 2_000, 20, 11, 13, 5, 20);
        assertEquals(true, noon.odd(java.time.LocalTime.NOON));
        assertEquals(false, noon.odd(java.time.LocalTime.of(13, 0)));
    }
}
