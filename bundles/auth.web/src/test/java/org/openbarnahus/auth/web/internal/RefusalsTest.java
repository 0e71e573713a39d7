// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;

/** What is refused before anybody is asked is told, and a flood of it writes next to nothing. */
public class RefusalsTest {
    private final RefusalCounter counter = new RefusalCounter();
    private final FrontDoor door = new FrontDoor(() -> true, new Proxies("", ""), counter);
    private final List<AuditEntry> trail = new ArrayList<>();
    private Runnable round = () -> {};
    private int answer = 200;
    private boolean gone;
    private long nanos;

    @Before
    public void counting() {
        SiteStore store = (SiteStore) Proxy.newProxyInstance(
                SiteStore.class.getClassLoader(), new Class<?>[] {SiteStore.class}, (proxy, method, arguments) -> {
                    if (gone) {
                        throw new StoreUnavailableException("gone", new IllegalStateException());
                    }
                    trail.add((AuditEntry) arguments[0]);
                    return null;
                });
        TimeSource time = new TimeSource() {
            @Override
            public Instant now() {
                return Instant.parse("2026-03-12T11:00:00Z");
            }

            @Override
            public long nanos() {
                return nanos;
            }
        };
        new Refusals(counter, store, time, (name, first, pause, work) -> {
            round = work;
            return () -> {};
        });
    }

    private void send(Web web) throws Exception {
        door.doFilter(
                web.request(),
                web.response(),
                (request, response) -> ((jakarta.servlet.http.HttpServletResponse) response).setStatus(answer));
    }

    private List<String> told() {
        round.run();
        return trail.stream().map(e -> e.result() + " " + e.detail()).toList();
    }

    @Test
    public void everyReasonOfTheDoorIsCountedAndWhatPassesIsNot() throws Exception {
        send(new Web("TRACE", "/"));
        send(new Web("GET", "/child/..;/api"));
        send(new Web("GET", "//x"));
        send(new Web("GET", "/"));
        answer = 404;
        send(new Web("GET", "/"));
        answer = 429;
        send(new Web("GET", "/"));
        Web large = new Web("POST", "/api/v1/cases");
        large.length = FrontDoor.MOST + 1;
        send(large);
        assertEquals(Map.of("malformed", 2L, "method", 1L, "too-fast", 1L, "too-large", 1L), counter.counts());
        assertEquals(List.of("REFUSED malformed 2, method 1, too-fast 1, too-large 1"), told());
        assertEquals("door", trail.getFirst().objectType());
        assertEquals(Optional.empty(), trail.getFirst().user());
        assertEquals(Map.of(), counter.counts());
    }

    @Test
    public void aRequestFromAnotherSiteIsCountedAndADenialWithinIsNot() throws IOException {
        Web web = new Web("POST", "/api/v1/cases");
        ProblemWriter.write(web.request(), web.response(), 403, Problem.of(ErrorCode.CSRF));
        counter.answered(web.request(), 403);
        Web denied = new Web("GET", "/api/v1/audit");
        ProblemWriter.write(denied.request(), denied.response(), 401, Problem.of(ErrorCode.SIGNED_OUT));
        counter.answered(denied.request(), 401);
        assertEquals(List.of("REFUSED cross-site 1"), told());
    }

    @Test
    public void aFloodIsTwoEntriesAnHourAndTheSecondSaysThatItIsMany() throws Exception {
        send(new Web("TRACE", "/"));
        assertEquals(1, told().size());
        for (int second = 10; second < 3_600; second += 10) {
            nanos = Duration.ofSeconds(second).toNanos();
            for (int i = 0; i < 50; i++) {
                send(new Web("TRACE", "/"));
            }
            told();
        }
        assertEquals(List.of("REFUSED method 1", "DENIED method 100"), told());
        nanos = Duration.ofSeconds(3_620).toNanos();
        assertEquals("DENIED method 17850", told().getLast());
    }

    @Test
    public void nothingRefusedIsNothingTold() {
        assertEquals(List.of(), told());
    }

    @Test
    public void withoutADatabaseItIsCountedOn() throws Exception {
        gone = true;
        send(new Web("TRACE", "/"));
        assertThrows(StoreUnavailableException.class, this::told);
        send(new Web("TRACE", "/"));
        gone = false;
        assertEquals(List.of("REFUSED method 2"), told());
    }
}
