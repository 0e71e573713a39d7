// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;

/** Reading on and on wants a second factor that is newer than the refusal. */
public class ReadingPaceTest {
    private final Fixture fixture = new Fixture();
    private final ReadingPace pace = new ReadingPace(fixture.time);

    @Before
    public void aLowLimit() {
        pace.most(20, 500, 15);
        fixture.sign("otto");
    }

    private Session signIn(String name) {
        fixture.put(name, Set.of(Role.COORDINATOR), true);
        return fixture.signIns
                .signIn(new Credentials(name, Fixture.RIGHT, "1"), "192.0.2.1")
                .orElseThrow()
                .session();
    }

    private void stepUp(Session session) {
        fixture.pass(Duration.ofSeconds(1));
        fixture.signIns
                .stepUp(session, new Credentials("", "", Fixture.CODE), "192.0.2.1")
                .orElseThrow();
    }

    private static CaseId number(int number) {
        return new CaseId(new UUID(9, number));
    }

    private int shown(Session session, int from, int to) {
        int shown = 0;
        for (int i = from; i < to; i++) {
            shown += pace.mayShow(session, number(i)) ? 1 : 0;
        }
        return shown;
    }

    @Test
    public void afterManyCasesANewerFactorIsWantedAndThenAsManyAreShownAgain() {
        Session anna = signIn("anna");
        fixture.pass(Duration.ofSeconds(1));
        assertTrue(shown(anna, 0, 100) == 20);
        assertTrue("what was shown is shown again", pace.mayShow(anna, number(3)));
        fixture.pass(Duration.ofSeconds(10));
        assertFalse("the factor of the sign-in is fresh, and older than the refusal", pace.mayShow(anna, number(50)));
        stepUp(anna);
        assertTrue(shown(anna, 100, 200) == 20);
        assertFalse("one factor does not open everything for five minutes", pace.mayShow(anna, number(300)));
        fixture.pass(Duration.ofSeconds(1));
        Session again = signIn("anna");
        assertTrue("a new sign-in has given one too", pace.mayShow(again, number(300)));
    }

    @Test
    public void othersReadOnAndAnHourLaterEverybodyDoes() {
        Session anna = signIn("anna");
        Session otto = signIn("otto");
        shown(anna, 0, 21);
        assertTrue(shown(otto, 0, 20) == 20);
        fixture.pass(Duration.ofMinutes(59));
        assertFalse(pace.mayShow(anna, number(30)));
        fixture.pass(Duration.ofMinutes(1));
        assertTrue(shown(anna, 30, 50) == 20);
    }

    @Test
    public void narrowedFiguresHaveALimitOfTheirOwnAndTheSameQuestionIsOne() {
        Session anna = signIn("anna");
        fixture.pass(Duration.ofSeconds(1));
        for (int i = 0; i < 15; i++) {
            assertTrue(pace.mayNarrow(anna, "question " + i));
            assertTrue("a page that is drawn again", pace.mayNarrow(anna, "question " + i));
        }
        assertFalse(pace.mayNarrow(anna, "another"));
        assertTrue("the last one may be looked at again", pace.mayNarrow(anna, "question 3"));
        assertTrue("cases are counted apart", pace.mayShow(anna, number(1)));
        stepUp(anna);
        assertTrue(pace.mayNarrow(anna, "another"));
        for (int i = 0; i < 14; i++) {
            assertTrue(pace.mayNarrow(anna, "more " + i));
        }
        assertFalse(pace.mayNarrow(anna, "yet another"));
        fixture.pass(Duration.ofMinutes(60));
        assertTrue(pace.mayNarrow(anna, "yet another"));
    }

    @Test
    public void rowsOfListsHaveALimitOfTheirOwn() {
        Session anna = signIn("anna");
        fixture.pass(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            assertTrue(pace.mayList(anna));
            pace.listed(anna, 50);
        }
        assertFalse(pace.mayList(anna));
        assertTrue("cases are counted apart", pace.mayShow(anna, number(1)));
        stepUp(anna);
        assertTrue(pace.mayList(anna));
    }
}
