// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.Test;
import org.openbarnahus.core.security.Buckets;
import org.openbarnahus.core.security.Session;

/** The pace of one person: reading, writing, and working in a page. */
public class RatesTest {
    private static final Buckets MANY = new Buckets(1_000, 100_000);
    private static final Session ANNA = new FakeSessions.Signed("s1");
    private long nanos;

    private Rates rates(Buckets persons, Buckets writes) {
        return new Rates(new Rates.Limits(persons, writes, MANY, 24, 48), () -> nanos, time -> nanos += time.toNanos());
    }

    private static int ask(Rates rates, String method, String uri) {
        return rates.tooFast(new Web(method, uri).request(), Optional.of(ANNA), false);
    }

    private static int until(IntSupplier question) {
        int free = 0;
        while (free < 50_000 && question.getAsInt() == 0) {
            free++;
        }
        return free;
    }

    private static RatesConfig shipped() {
        return (RatesConfig) Proxy.newProxyInstance(
                RatesConfig.class.getClassLoader(),
                new Class<?>[] {RatesConfig.class},
                (proxy, method, arguments) -> method.getDefaultValue());
    }

    @Test
    public void whatIsShippedStopsAProgramThatPatientlyReadsOn() {
        Rates rates = rates(new Buckets(1, 1), MANY);
        rates.changed(shipped());
        assertEquals(600, until(() -> ask(rates, "GET", "/api/v1/cases")));
        assertEquals(1, ask(rates, "GET", "/api/v1/cases"));
        int read = 0;
        for (int second = 0; second < 60; second++) {
            nanos += 1_000_000_000L;
            read += until(() -> ask(rates, "GET", "/api/v1/cases"));
        }
        assertEquals("ten a second", 600, read);
    }

    @Test
    public void writesHaveASmallerBucketThatFillsOnceASecond() {
        Rates rates = rates(MANY, MANY);
        rates.changed(shipped());
        assertEquals(120, until(() -> ask(rates, "POST", "/api/v1/cases")));
        assertEquals(1, ask(rates, "POST", "/api/v1/cases"));
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            assertEquals(method, 1, ask(rates, method, "/api/v1/cases/1"));
        }
        assertEquals(1, ask(rates, "POST", "/account"));
        assertEquals("reading goes on", 0, ask(rates, "GET", "/api/v1/cases"));
        nanos += 60_000_000_000L;
        assertEquals(60, until(() -> ask(rates, "POST", "/api/v1/cases")));
    }

    @Test
    public void whatAPageAsksByItselfAndTheWayOutAreNoWrites() {
        Rates rates = rates(MANY, new Buckets(0.001, 1));
        assertEquals(0, ask(rates, "POST", "/api/v1/cases"));
        assertEquals(1_000, ask(rates, "POST", "/api/v1/cases"));
        for (String uri : List.of("/", "/VAADIN/push", "/sign-out", PolicyReportServlet.PATH)) {
            assertEquals(uri, 0, ask(rates, "POST", uri));
        }
        assertEquals(0, ask(rates, "DELETE", "/api/v1/session"));
        assertEquals(1_000, ask(rates, "POST", "/api/v1/session/step-up"));
    }

    @Test
    public void whoWorksInAPageIsSlowedDownAndNotTurnedAway() {
        Rates rates = rates(new Buckets(10, 5), MANY);
        assertEquals(5, until(() -> ask(rates, "GET", "/api/v1/cases")));
        long before = nanos;
        for (int click = 0; click < 20; click++) {
            assertEquals(0, rates.tooFast(new Web("POST", "/").request(), Optional.of(ANNA), true));
        }
        assertEquals("each waited for its token", Duration.ofSeconds(2).toNanos(), nanos - before);
        Rates slow = rates(new Buckets(0.1, 1), MANY);
        slow.tooFast(new Web("POST", "/").request(), Optional.of(ANNA), true);
        before = nanos;
        assertEquals(8, slow.tooFast(new Web("POST", "/").request(), Optional.of(ANNA), true));
        assertEquals("nobody waits longer", Duration.ofSeconds(2).toNanos(), nanos - before);
    }

    @Test
    public void fewOfOnePersonWaitAtATime() throws Exception {
        Thread test = Thread.currentThread();
        CountDownLatch waiting = new CountDownLatch(3);
        CountDownLatch go = new CountDownLatch(1);
        Rates rates = new Rates(new Rates.Limits(new Buckets(0.001, 1), MANY, MANY, 24, 48), () -> 0, time -> {
            assertNotSame("a fourth does not wait", test, Thread.currentThread());
            waiting.countDown();
            go.await(60, TimeUnit.SECONDS);
        });
        ask(rates, "GET", "/");
        List<Thread> pages = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            pages.add(Thread.ofPlatform()
                    .start(() -> rates.tooFast(new Web("POST", "/").request(), Optional.of(ANNA), true)));
        }
        waiting.await(60, TimeUnit.SECONDS);
        assertEquals("told at once", 1_000, rates.tooFast(new Web("POST", "/").request(), Optional.of(ANNA), true));
        go.countDown();
        for (Thread page : pages) {
            page.join(60_000);
        }
    }
}
