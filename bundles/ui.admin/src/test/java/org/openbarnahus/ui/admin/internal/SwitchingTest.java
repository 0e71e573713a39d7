// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Outcome.Refused;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.PluginService;
import org.openbarnahus.core.service.query.PluginInfo;
import org.openbarnahus.core.service.query.PluginInfo.State;

public final class SwitchingTest {
    private static final Session SESSION = new Session() {
        @Override
        public String id() {
            return "s";
        }

        @Override
        public Actor actor() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean alive() {
            return true;
        }
    };

    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger redrawn = new AtomicInteger();
    private boolean broken;
    private final Switching switching = new Switching(
            new PluginService() {
                @Override
                public List<PluginInfo> plugins(Session session) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Outcome<PluginInfo> switchTo(Session session, String id, boolean on) {
                    calls.incrementAndGet();
                    waitForGate();
                    if (broken) {
                        throw new IllegalStateException("broken");
                    }
                    State state = on ? State.ON : State.OFF;
                    return Outcome.done(new PluginInfo(id, id, "1", state, true, List.of(), List.of()));
                }
            },
            redrawn::incrementAndGet);

    private void waitForGate() {
        try {
            assertTrue(gate.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @After
    public void stop() {
        gate.countDown();
        switching.stop();
    }

    @Test
    public void aSecondClickBeginsNothing() throws Exception {
        CompletableFuture<Outcome<PluginInfo>> ended = new CompletableFuture<>();
        assertTrue(switching.begin(SESSION, "p", true, ended::complete));
        assertTrue(switching.underWay("p"));
        assertFalse(switching.begin(SESSION, "p", true, outcome -> {}));
        gate.countDown();
        assertEquals(State.ON, ended.get(10, TimeUnit.SECONDS).orElseThrow().state());
        assertFalse(switching.underWay("p"));
        assertEquals(1, calls.get());
    }

    @Test
    public void everyOpenPageIsToldAtOnceThatSomethingIsUnderWay() {
        switching.begin(SESSION, "p", false, outcome -> {});
        assertTrue(redrawn.get() >= 1);
    }

    @Test
    public void aBugEndsAsARefusalAndNotAsAnEndlessWait() throws Exception {
        broken = true;
        gate.countDown();
        CompletableFuture<Outcome<PluginInfo>> ended = new CompletableFuture<>();
        switching.begin(SESSION, "p", true, ended::complete);
        Refused<PluginInfo> refused = (Refused<PluginInfo>) ended.get(10, TimeUnit.SECONDS);
        assertEquals(ErrorCode.PLUGIN_FAILED, refused.problems().getFirst().code());
        assertFalse(switching.underWay("p"));
    }
}
