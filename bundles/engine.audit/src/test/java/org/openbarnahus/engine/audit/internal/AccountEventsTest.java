// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.AccountEvent;
import org.openbarnahus.core.service.query.AccountEvent.Kind;
import org.openbarnahus.sdk.testkit.Partial;

/** Whoever's way of signing in changed is told, until (s)he says to have seen it. */
public class AccountEventsTest {
    private static final String ME = Entries.ANNA.toString();

    private final House house = new House();
    private final Owner anna = new Owner(house);
    private final AccountEvents events = anna.events;
    private final Session today = Owner.session("today");
    private final Session tomorrow = Owner.session("tomorrow");

    private void about(String session, Action action, String detail, String... fields) {
        about(ME, session, action, detail, fields);
    }

    private void about(String account, String session, Action action, String detail, String... fields) {
        house.audit(new AuditEntry(
                house.now,
                Optional.of(Entries.HOUSE),
                Optional.empty(),
                session,
                Purpose.ADMINISTRATION,
                action,
                "user",
                account,
                Result.DONE,
                Set.of(fields),
                detail));
    }

    private long newest() {
        return house.trail.chain(Entries.HOUSE).getLast().seq();
    }

    @Test
    public void everyChangeOfTheWayToSignInIsTold() {
        about("", Action.CHANGE, "enrolled", "password_hash", "otp_secret", "recovery_codes", "passkeys");
        about("s", Action.CHANGE, "own", "password_hash");
        about("s", Action.CHANGE, "own", "recovery_codes");
        about("", Action.CHANGE, "used", "recovery_codes");
        about("s", Action.CHANGE, "added", "passkeys");
        about("s", Action.CHANGE, "removed", "passkeys");
        about("s", Action.CHANGE, "linked", "outside_identity");
        about("s", Action.CHANGE, "unlinked", "outside_identity");
        about("m", Action.CONFIGURE, "issued", "enrolment_code");
        about("m", Action.CONFIGURE, "coordinator manager", "roles");
        about("m", Action.CONFIGURE, "disabled", "enabled");
        about("", Action.CONFIGURE, "dormant", "enabled");
        about("m", Action.CONFIGURE, "enabled", "enabled");
        assertEquals(
                List.of(
                        Kind.SET_UP_ANEW,
                        Kind.PASSWORD_CHANGED,
                        Kind.RECOVERY_CODES_RENEWED,
                        Kind.RECOVERY_CODE_USED,
                        Kind.PASSKEY_ADDED,
                        Kind.PASSKEY_REMOVED,
                        Kind.OUTSIDE_LINKED,
                        Kind.OUTSIDE_UNLINKED,
                        Kind.CODE_ISSUED,
                        Kind.ROLES_CHANGED,
                        Kind.CLOSED,
                        Kind.CLOSED,
                        Kind.OPENED),
                anna.untold(today));
    }

    @Test
    public void whatTheProductDoesByItselfAndWhatConcernsOthersIsNotTold() {
        about("", Action.CHANGE, "cost", "password_hash");
        about("m", Action.CONFIGURE, "sessions-ended");
        about("m", Action.CONFIGURE, "withdrawn", "enrolment_code");
        about(House.BO.toString(), "m", Action.CONFIGURE, "issued", "enrolment_code");
        house.audit(Entries.of(house.now, House.BO, Action.CONFIGURE, "user", ME, Result.DENIED));
        assertEquals(List.of(), anna.untold(today));
    }

    @Test
    public void itStaysUntilSeenAndIsThenNotToldAgain() {
        about("m", Action.CONFIGURE, "issued", "enrolment_code");
        assertEquals(List.of(Kind.CODE_ISSUED), anna.untold(today));
        assertEquals(List.of(Kind.CODE_ISSUED), anna.untold(tomorrow));
        assertEquals(List.of(), events.seen(today, newest()).orElseThrow());
        assertEquals(List.of(), anna.untold(today));
        assertEquals(List.of(), anna.untold(tomorrow));
        AuditEntry mark = house.trail.chain(Entries.HOUSE).getLast().entry();
        assertEquals(Action.CHANGE, mark.action());
        assertEquals("account-events", mark.objectType());
        assertEquals(Optional.of(Entries.ANNA), mark.user());
    }

    @Test
    public void whatHappensAfterWhatWasShownIsToldStill() {
        about("m", Action.CONFIGURE, "issued", "enrolment_code");
        long shown = newest();
        about("m", Action.CONFIGURE, "manager", "roles");
        assertEquals(1, events.seen(today, shown).orElseThrow().size());
        assertEquals(List.of(Kind.ROLES_CHANGED), anna.untold(today));
        assertEquals(1, events.seen(today, shown).orElseThrow().size());
        assertEquals("seen once is written once", shown + 2, newest());
    }

    @Test
    public void nobodyKeepsTheOwnerFromBeingToldInTheSessionThatDidIt() {
        about("today", Action.CHANGE, "added", "passkeys");
        assertEquals("the page has answered", List.of(), anna.untold(today));
        anna.seen(today);
        about("m", Action.CONFIGURE, "issued", "enrolment_code");
        anna.seen(today);
        assertEquals(List.of(), anna.untold(today));
        assertEquals(List.of(Kind.PASSKEY_ADDED), anna.untold(tomorrow));
        anna.seen(tomorrow);
        assertEquals(List.of(), anna.untold(tomorrow));
    }

    @Test
    public void howAnInvitedPersonBeganIsNoNewsButTheNextCodeIs() {
        about("m", Action.CREATE, "invited", "username", "roles");
        about("m", Action.CONFIGURE, "issued", "enrolment_code");
        about("", Action.CHANGE, "enrolled", "password_hash", "otp_secret");
        assertEquals(List.of(), anna.untold(today));
        about("m", Action.CONFIGURE, "issued", "enrolment_code");
        about("", Action.CHANGE, "enrolled", "password_hash", "otp_secret");
        assertEquals(List.of(Kind.CODE_ISSUED, Kind.SET_UP_ANEW), anna.untold(today));
    }

    @Test
    public void theLastMonthsAreShownSeenOrNotAndOlderOnesNoMore() {
        about("today", Action.CHANGE, "own", "password_hash");
        house.now = house.now.plus(Duration.ofDays(80));
        about("m", Action.CONFIGURE, "issued", "enrolment_code");
        anna.seen(tomorrow);
        assertEquals(
                List.of(Kind.CODE_ISSUED, Kind.PASSWORD_CHANGED),
                events.lately(today).orElseThrow().stream()
                        .map(AccountEvent::kind)
                        .toList());
        house.now = house.now.plus(Duration.ofDays(20));
        assertEquals(1, events.lately(today).orElseThrow().size());
    }

    @Test
    public void whoeverWatchesOthersHearsThatOneOfThemWasStopped() {
        house.audit(new AuditEntry(
                house.now,
                Optional.of(Entries.HOUSE),
                Optional.of(House.BO),
                "m",
                Purpose.ADMINISTRATION,
                Action.CONFIGURE,
                "grave-accounts",
                Entries.HOUSE.toString(),
                Result.DONE,
                Set.of("enabled"),
                "stopped"));
        about("m", Action.CONFIGURE, "issued", "enrolment_code");
        assertEquals("not everybody", List.of(Kind.CODE_ISSUED), anna.untold(today));
        for (Role role : List.of(Role.MANAGER, Role.DPO, Role.NATIONAL_ADMIN)) {
            Session watching = Partial.of(Session.class, new Watching("today", role));
            assertEquals(List.of(Kind.COLLEAGUE_STOPPED, Kind.CODE_ISSUED), anna.untold(watching));
        }
        Session manager = Partial.of(Session.class, new Watching("today", Role.MANAGER));
        anna.seen(manager);
        assertEquals(List.of(), anna.untold(manager));
        Session did = Partial.of(Session.class, new Watching("m", Role.MANAGER));
        assertEquals(List.of(), anna.untold(did));
    }

    /** Anna, who watches over others. */
    public record Watching(String id, Role role) {
        public Actor actor() {
            return new Actor(
                    Entries.ANNA,
                    "anna",
                    Entries.HOUSE,
                    "SE-LKP",
                    "SE",
                    org.openbarnahus.core.security.Agency.BARNAHUS,
                    Set.of(role));
        }
    }

    @Test
    public void strangeSignInsAreToldAndUsualOnesAreNot() {
        for (String detail : List.of("new-browser", "new-network", "failed-tries", "otp", "step-up otp")) {
            about("m", Action.SIGN_IN, detail);
        }
        assertEquals(List.of(Kind.NEW_BROWSER, Kind.NEW_NETWORK, Kind.FAILED_TRIES), anna.untold(today));
    }

    @Test
    public void nobodyIsToldAnythingWithoutTheRightToASession() {
        about("m", Action.CONFIGURE, "issued", "enrolment_code");
        house.granted.remove(Permission.OWN_SESSION);
        assertTrue(events.untold(today) instanceof Outcome.Refused);
        assertTrue(events.lately(today) instanceof Outcome.Refused);
        long before = newest();
        assertTrue(events.seen(today, Long.MAX_VALUE) instanceof Outcome.Refused);
        assertEquals(before, newest());
    }
}
