// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.openbarnahus.core.service.StoreUnavailableException;

/** Of all that goes wrong, what means that the server does not answer. */
public class PulseTest {
    private final AtomicInteger gone = new AtomicInteger();
    private long nanos = 1;
    private final Pulse pulse = new Pulse(true, gone::incrementAndGet, () -> nanos);

    private static RuntimeException of(Throwable cause) {
        return new IllegalStateException(new SQLException("I/O error", "08006", cause));
    }

    private static SQLTransientConnectionException noneOfThePool(Throwable cause) {
        return new SQLTransientConnectionException("none is free", "08000", cause);
    }

    @Test
    public void whoDoesNotAnswerIsAskedNoMoreUntilItDoes() {
        pulse.refuseWhileAway();
        pulse.failed(of(new SocketTimeoutException("Read timed out")));
        pulse.failed(of(new SocketTimeoutException("Read timed out")));
        assertThrows(StoreUnavailableException.class, pulse::refuseWhileAway);
        assertTrue(pulse.slow());
        assertEquals("connections are let go of once", 1, gone.get());
        pulse.feel(alone -> {
            throw new SQLException("still silent", "08001");
        });
        assertTrue(pulse.away());
        pulse.feel(alone -> nanos += 1);
        pulse.refuseWhileAway();
        assertFalse(pulse.slow());
    }

    @Test
    public void aServerThatRefusesConnectionsOrIsStoppingIsAway() {
        for (String state : new String[] {"08001", "57P03"}) {
            Pulse one = new Pulse(true, gone::incrementAndGet, () -> nanos);
            one.failed(new IllegalStateException(noneOfThePool(new SQLException("refused", state))));
            assertTrue(state, one.away());
        }
    }

    @Test
    public void whatOneStatementOrOneConnectionSuffersIsNoSilence() {
        pulse.failed(new IllegalStateException(new SQLException("disk full", "53100")));
        pulse.failed(new IllegalStateException(new SQLException("took too long", "57014")));
        pulse.failed(of(new SocketException("Socket closed")));
        pulse.failed(new IllegalStateException("a bug"));
        assertFalse(pulse.away());
    }

    @Test
    public void whoBeganToWaitBeforeItWasBackDoesNotSendItAway() {
        Throwable waited = new IllegalStateException(noneOfThePool(new SQLException("refused", "08001")));
        pulse.failed(waited);
        pulse.feel(alone -> nanos += 1);
        nanos += Duration.ofMillis(2_900).toNanos();
        pulse.failed(waited);
        assertFalse(pulse.away());
        nanos += Duration.ofMillis(100).toNanos();
        pulse.failed(waited);
        assertTrue(pulse.away());
    }

    @Test
    public void itsOwnQuestionTellsAtOnceWhenItIsAwayAgain() {
        pulse.failed(of(new SocketTimeoutException("Read timed out")));
        pulse.feel(alone -> nanos += 1);
        pulse.feel(alone -> {
            throw new SQLException("refused", "08001");
        });
        assertTrue(pulse.away());
    }

    @Test
    public void aPoolThatStillTellsOfTheSilenceIsNotAskedUntilItHasSettled() {
        List<Boolean> alone = new ArrayList<>();
        pulse.feel(alone::add);
        pulse.failed(of(new SocketTimeoutException("Read timed out")));
        pulse.feel(alone::add);
        pulse.feel(alone::add);
        nanos += Duration.ofSeconds(3).toNanos();
        pulse.feel(alone::add);
        assertEquals(List.of(false, true, true, false), alone);
    }

    @Test
    public void whoWaitsForItGoesOnWhenItIsBackOrNobodyAsksAnyMore() throws InterruptedException {
        pulse.waitWhileAway();
        pulse.failed(of(new SocketTimeoutException("Read timed out")));
        Thread pool = waiting();
        pulse.feel(alone -> nanos += 1);
        pool.join();
        nanos += Duration.ofSeconds(3).toNanos();
        pulse.failed(of(new SocketTimeoutException("Read timed out")));
        Thread closed = waiting();
        pulse.end();
        closed.join();
    }

    private Thread waiting() throws InterruptedException {
        Thread waiting = Thread.ofPlatform().start(() -> {
            try {
                pulse.waitWhileAway();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        while (waiting.getState() != Thread.State.WAITING) {
            assertTrue("it waits", waiting.isAlive());
            Thread.sleep(1);
        }
        return waiting;
    }

    @Test
    public void aPoolThatIsOnlyBusyIsNoSilence() {
        nanos += Duration.ofSeconds(60).toNanos();
        pulse.heard();
        nanos += Duration.ofMillis(1_400).toNanos();
        pulse.failed(new IllegalStateException(noneOfThePool(new IllegalStateException())));
        assertFalse(pulse.away());
        nanos += Duration.ofMillis(200).toNanos();
        pulse.failed(new IllegalStateException(noneOfThePool(new IllegalStateException())));
        assertTrue(pulse.away());
    }

    @Test
    public void aDatabaseOfThisProcessIsNeverAway() {
        Pulse near = new Pulse(false, gone::incrementAndGet, () -> nanos);
        nanos += Duration.ofSeconds(60).toNanos();
        near.failed(new IllegalStateException(noneOfThePool(new IllegalStateException())));
        near.refuseWhileAway();
        assertEquals(0, gone.get());
    }

    @Test
    public void anAnswerThatTakesLongIsNoticedAndForgottenAgain() {
        pulse.feel(alone -> nanos += Pulse.SLOW.toNanos() + 1);
        assertTrue(pulse.slow());
        pulse.refuseWhileAway();
        pulse.feel(alone -> nanos += 1);
        assertFalse(pulse.slow());
    }
}
