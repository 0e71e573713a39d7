// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.AccountEvent.Kind;

/** Whoever got into an account says to have seen it, and its owner is told all the same. */
public class SeenElsewhereTest {
    private final House house = new House();
    private final Owner anna = new Owner(house);
    private final Instant known = house.now.minus(Duration.ofDays(30));
    private final Session owner = Owner.session("owner", known);

    /** As engine.access writes it, with what a sign-in in a new browser is told for before that browser is known. */
    private Session newBrowser(String id) {
        signedIn(id, "new-browser");
        return Owner.session(id, house.now.plusMillis(1));
    }

    private void signedIn(String session, String detail) {
        house.audit(new AuditEntry(
                house.now,
                Optional.of(Entries.HOUSE),
                Optional.of(Entries.ANNA),
                session,
                Purpose.ADMINISTRATION,
                Action.SIGN_IN,
                "user",
                Entries.ANNA.toString(),
                Result.DONE,
                Set.of(),
                detail));
    }

    private void pass(Duration time) {
        house.now = house.now.plus(time);
    }

    private Session again(Session session) {
        return Owner.session(session.id() + "-again", session.browserSince());
    }

    @Test
    public void whoSignsInTwiceInANewBrowserKeepsTheOwnerFromNothing() {
        signedIn("", "failed-tries");
        Session thief = newBrowser("thief");
        pass(Duration.ofMinutes(1));
        anna.seen(again(thief));
        assertEquals("there it is silent", List.of(), anna.untold(again(thief)));
        assertEquals(List.of(Kind.FAILED_TRIES, Kind.NEW_BROWSER), anna.untold(owner));
        pass(Duration.ofDays(20));
        assertEquals("not only for some days", List.of(Kind.FAILED_TRIES, Kind.NEW_BROWSER), anna.untold(owner));
        anna.seen(owner);
        assertEquals(List.of(), anna.untold(again(owner)));
    }

    /** Their own browser was not known either when it happened: nobody can tell who is who, and both are told. */
    @Test
    public void anOwnerInANewBrowserIsToldWithinDaysWhateverANewOneHasSeen() {
        Session thief = newBrowser("thief");
        pass(Duration.ofMinutes(1));
        anna.seen(again(thief));
        pass(Duration.ofDays(6));
        Session bought = newBrowser("bought");
        assertEquals(List.of(Kind.NEW_BROWSER), anna.untold(bought));
    }

    @Test
    public void whatTheThiefDoesLaterIsToldTheOwnerToo() {
        Session thief = newBrowser("thief");
        pass(Duration.ofHours(1));
        signedIn("third", "new-network");
        anna.seen(again(thief));
        assertEquals(List.of(Kind.NEW_BROWSER, Kind.NEW_NETWORK), anna.untold(owner));
    }

    @Test
    public void whoBuysAnotherComputerIsToldOnceInEach() {
        Session bought = newBrowser("bought");
        pass(Duration.ofDays(1));
        assertEquals(List.of(Kind.NEW_BROWSER), anna.untold(again(bought)));
        anna.seen(again(bought));
        assertEquals(List.of(), anna.untold(again(bought)));
        anna.seen(owner);
        assertEquals(List.of(), anna.untold(owner));
        Session third = newBrowser("third");
        assertEquals("what an old browser has seen is not told in a new one", List.of(), anna.untold(third));
    }

    /** Private windows: each is a new browser. What nobody said to have seen is told, and what was seen is for a week. */
    @Test
    public void whoUsesANewBrowserEachTimeIsNotToldForEver() {
        for (int day = 0; day < 30; day++) {
            Session session = newBrowser("day " + day);
            assertEquals(
                    "those of a week", Math.min(day, 7), anna.untold(session).size());
            anna.seen(session);
            assertEquals(List.of(), anna.untold(session));
            pass(Duration.ofDays(1));
        }
    }

    @Test
    public void whatWasSeenBeforeBrowsersWereToldApartIsNotToldAgainInThoseThatAreNew() {
        signedIn("m", "new-network");
        house.audit(new AuditEntry(
                house.now,
                Optional.of(Entries.HOUSE),
                Optional.of(Entries.ANNA),
                "earlier",
                Purpose.ADMINISTRATION,
                Action.CHANGE,
                EventReader.SEEN,
                Entries.ANNA.toString(),
                Result.DONE,
                Set.of(),
                Long.toString(house.trail.chain(Entries.HOUSE).getLast().seq())));
        pass(Duration.ofMinutes(1));
        assertEquals(List.of(), anna.untold(newBrowser("first of a new release")));
    }
}
