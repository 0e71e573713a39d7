// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import tools.jackson.databind.node.ObjectNode;

public class RepeatsTest {
    private long nanos;
    private static final long EACH = 20_000;
    private static final long ALL = 50_000;

    private final Repeats repeats = new Repeats(new Repeats.Limits(Duration.ofHours(24), EACH, ALL), () -> nanos);
    private int done;

    private record Signed(Actor actor) implements Session {
        @Override
        public String id() {
            return "s";
        }

        @Override
        public boolean alive() {
            return true;
        }
    }

    private static Session session(int user, Role role) {
        return new Signed(new Actor(
                new UserId(new UUID(0, user)),
                "anna",
                new ServiceId(new UUID(0, 1)),
                "SE-LKP",
                "SE",
                Agency.BARNAHUS,
                Set.of(role)));
    }

    private static HttpServletRequest post(Session session, String uri, String key) {
        Map<String, Object> answers = Map.of("getMethod", "POST", "getRequestURI", uri);
        return (HttpServletRequest) Proxy.newProxyInstance(
                RepeatsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> key.isEmpty() ? null : key;
                    case "getAttribute" -> WebSession.ATTRIBUTE.equals(arguments[0]) ? session : null;
                    default -> answers.get(method.getName());
                });
    }

    private ObjectNode work() {
        done++;
        ObjectNode answer = Json.object().put("number", done);
        answer.putObject("invitation").put("username", "bo").put("code", "only-once");
        return answer;
    }

    private ObjectNode ask(int user, String uri, String key, String word) {
        return (ObjectNode) repeats.once(
                post(session(user, Role.MANAGER), uri, key), Json.object().put("reason", word), this::work);
    }

    @Test
    public void theSameRequestIsAnsweredAgainAndDoneOnce() {
        assertEquals(
                "only-once", ask(1, "/holds", "k", "a").at("/invitation/code").asString());
        ObjectNode again = ask(1, "/holds", "k", "a");
        assertEquals(1, again.path("number").intValue());
        assertEquals(
                "{\"username\":\"bo\",\"repeated\":true}",
                again.path("invitation").toString());
        assertEquals(1, done);
        ask(1, "/holds", "other", "a");
        ask(2, "/holds", "k", "a");
        ask(1, "/holds", "", "a");
        ask(1, "/holds", "", "a");
        assertEquals("another key, another person, and no key are other requests", 5, done);
        repeats.once(post(session(1, Role.DPO), "/holds", "k"), Json.object().put("reason", "a"), this::work);
        assertEquals("who has other roles since is not answered from the past", 6, done);
    }

    @Test
    public void anotherRequestUnderTheSameKeyIsRefused() {
        ask(1, "/holds", "k", "a");
        for (String[] other : new String[][] {{"/holds", "b"}, {"/erasures", "a"}}) {
            ProblemException refused = assertThrows(ProblemException.class, () -> ask(1, other[0], "k", other[1]));
            assertEquals(
                    ErrorCode.REQUEST_KEY_REUSED, refused.problems().getFirst().code());
        }
        assertEquals(1, done);
    }

    @Test
    public void aRefusalIsNotRemembered() {
        HttpServletRequest request = post(session(1, Role.MANAGER), "/holds", "k");
        assertThrows(
                ProblemException.class,
                () -> repeats.once(request, Json.object(), () -> {
                    throw new ProblemException(Problem.of(ErrorCode.STEP_UP_REQUIRED));
                }));
        repeats.once(request, Json.object().put("mended", true), this::work);
        assertEquals(1, done);
    }

    @Test
    public void aDayLaterItIsForgotten() {
        ask(1, "/holds", "k", "a");
        nanos += Duration.ofHours(24).toNanos() - 1;
        ask(1, "/holds", "k", "a");
        assertEquals(1, done);
        nanos++;
        ask(1, "/holds", "k", "a");
        assertEquals(2, done);
    }

    /** Asks with an answer of some size; whether it had to be worked on. */
    private boolean worked(int user, String key, int size) {
        int before = done;
        repeats.once(post(session(user, Role.MANAGER), "/holds", key), Json.object(), () -> {
            done++;
            return Json.object().put("text", "x".repeat(size));
        });
        return done > before;
    }

    @Test
    public void onePersonWithManyOrLargeAnswersPushesOutTheOwnOldestOnly() {
        assertTrue(worked(2, "k", 100));
        for (int i = 0; i < 200; i++) {
            worked(1, "many" + i, 10);
            assertTrue(repeats.bytes() <= EACH + 1_000);
        }
        assertTrue("the oldest of the own are gone", worked(1, "many0", 10));
        assertFalse(worked(1, "many199", 10));
        for (int i = 0; i < 10; i++) {
            worked(1, "large" + i, 9_000);
        }
        assertTrue(worked(1, "large0", 9_000));
        assertFalse(worked(1, "large9", 9_000));
        assertFalse("another person's stays", worked(2, "k", 100));
        assertTrue(worked(1, "too-large-for-one-person", (int) EACH));
        assertTrue("is not kept at all", worked(1, "too-large-for-one-person", (int) EACH));
        assertFalse(worked(2, "k", 100));
    }

    @Test
    public void whatManyPeopleLeaveHasALimitTooAndWhoeverTakesMostGivesWay() {
        assertTrue(worked(9, "k", 100));
        for (int user = 1; user <= 8; user++) {
            for (int i = 0; i < 4; i++) {
                worked(user, "k" + i, 4_000);
                assertTrue(repeats.bytes() <= ALL);
            }
        }
        assertFalse("whoever takes little keeps it", worked(9, "k", 100));
        assertFalse("the newest are there", worked(8, "k3", 4_000));
    }

    @Test
    public void refusalsTakeRoomOfTheirOwnerOnly() {
        assertTrue(worked(2, "k", 100));
        for (int i = 0; i < 500; i++) {
            HttpServletRequest request = post(session(1, Role.MANAGER), "/holds", "r" + i);
            assertThrows(
                    ProblemException.class,
                    () -> repeats.once(request, Json.object(), () -> {
                        throw new ProblemException(Problem.of(ErrorCode.STEP_UP_REQUIRED));
                    }));
            assertTrue(repeats.bytes() <= EACH + 1_000);
        }
        assertFalse(worked(2, "k", 100));
    }

    @Test
    public void whoeverAsksAgainMeanwhileWaitsForTheAnswer() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        HttpServletRequest request = post(session(1, Role.MANAGER), "/holds", "k");
        try {
            Future<?> first = threads.submit(() -> repeats.once(request, Json.object(), () -> {
                begun.countDown();
                try {
                    go.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return work();
            }));
            begun.await(60, TimeUnit.SECONDS);
            Thread second = Thread.ofPlatform().start(() -> repeats.once(request, Json.object(), this::work));
            for (int i = 0; i < 2_000 && second.isAlive() && second.getState() != Thread.State.BLOCKED; i++) {
                Thread.sleep(5);
            }
            go.countDown();
            first.get(60, TimeUnit.SECONDS);
            second.join(60_000);
            assertEquals(1, done);
        } finally {
            threads.shutdownNow();
        }
    }
}
