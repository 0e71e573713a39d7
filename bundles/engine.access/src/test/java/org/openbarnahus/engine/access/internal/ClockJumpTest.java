// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.SignedIn;

/** Somebody sets the clock of the machine while people work. */
public class ClockJumpTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Fixture fixture = new Fixture();
    private final FakeSignInStore counters = new FakeSignInStore();
    private final Throttle throttle = new Throttle(counters, "account:", 5);

    private SignedIn signedIn() {
        return fixture.signIns
                .signIn(new Credentials("anna", Fixture.RIGHT, "123456"), "192.0.2.1")
                .orElseThrow();
    }

    /** The clock that nobody sets goes on. */
    private void set(Duration jump) {
        fixture.now = fixture.now.plus(jump);
    }

    private boolean living(SignedIn session) {
        return fixture.signIns.find(session.secret()).isPresent();
    }

    @Test
    public void aClockSetBackLengthensNoSessionWithoutActivity() {
        SignedIn session = signedIn();
        set(HOUR.negated());
        fixture.pass(Duration.ofMinutes(14));
        assertTrue(living(session));
        fixture.pass(Duration.ofMinutes(15));
        assertFalse(living(session));
    }

    @Test
    public void aClockSetBackAgainAndAgainLengthensNoSessionBeyondItsLongest() {
        SignedIn session = signedIn();
        for (int i = 0; i < 47; i++) {
            fixture.pass(Duration.ofMinutes(10));
            set(Duration.ofMinutes(-10));
            assertTrue(living(session));
        }
        fixture.pass(Duration.ofMinutes(10));
        assertFalse(living(session));
    }

    @Test
    public void aClockSetForwardEndsSessionsAndSigningInWorks() {
        SignedIn session = signedIn();
        set(Duration.ofDays(1));
        assertFalse(living(session));
        SignedIn again = signedIn();
        set(Duration.ofDays(-1));
        assertTrue("nobody is thrown out because a clock is put right", living(again));
        fixture.pass(Duration.ofMinutes(15));
        assertFalse(living(again));
    }

    @Test
    public void aFactorIsNoLongerFreshBecauseTheClockWasSetBack() {
        SignedIn session = signedIn();
        Held live = (Held) session.session();
        set(HOUR.negated());
        fixture.pass(Duration.ofMinutes(4));
        assertTrue(fixture.table.fresh(live));
        fixture.pass(Duration.ofMinutes(1));
        assertFalse(fixture.table.fresh(live));
    }

    @Test
    public void anAccountIsLookedAtAgainAlsoWhenTheClockWasSetBack() {
        SignedIn session = signedIn();
        set(HOUR.negated());
        fixture.put("anna", Set.of(Role.COORDINATOR), false);
        fixture.pass(Duration.ofSeconds(2));
        assertFalse(living(session));
    }

    @Test
    public void aPauseThatBeganInTheFutureIsNoLongerThanOneThatBeginsNow() {
        Instant now = fixture.now;
        Instant ahead = now.plus(Duration.ofDays(1));
        for (int i = 0; i < 6; i++) {
            Duration wait = throttle.begin("anna", ahead);
            ahead = ahead.plus(wait);
            throttle.failed("anna", ahead);
        }
        Duration wait = throttle.begin("anna", now);
        assertEquals(2, wait.toSeconds());
        assertEquals(
                "it passes, and does not begin anew with each try",
                1,
                throttle.begin("anna", now.plusSeconds(1)).toSeconds());
        assertTrue(throttle.begin("anna", now.plus(wait)).isZero());
    }

    @Test
    public void whatFadesGoesOnFadingAfterTheClockWasAhead() {
        Throttle source = new Throttle(counters, "source:", 5).decaying();
        Instant now = fixture.now;
        for (int i = 0; i < 5; i++) {
            source.begin("192.0.2.1", now.plus(Duration.ofDays(1)));
        }
        Duration wait = source.begin("192.0.2.1", now);
        assertFalse(wait.isZero());
        assertTrue(source.begin("192.0.2.1", now.plus(Duration.ofMinutes(15))).isZero());
        assertTrue(source.begin("192.0.2.1", now.plus(Duration.ofMinutes(30))).isZero());
    }
}
