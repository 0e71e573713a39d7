// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.Test;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.security.Buckets;

/** What is reached in a session that was carried to another network: the second factor and the way out. */
public class NetworkGateTest {
    private final FakeSessions sessions = new FakeSessions();
    private static final Buckets MANY = new Buckets(200, 400);

    private final Rates.Limits many = new Rates.Limits(MANY, MANY, MANY, 20, 20);
    private final GuardedContext guard = new GuardedContext(
            (org.osgi.framework.Bundle) null, sessions, new PublicPaths(), new Rates(many, () -> 0L, time -> {}));

    private Web signedIn(String method, String uri) {
        return new Web(method, uri).cookie(WebSession.COOKIE, "secret");
    }

    private boolean enters(Web web) throws IOException {
        return guard.handleSecurity(web.request(), web.response());
    }

    @Test
    public void nothingButTheSecondFactorAndTheWayOutIsReached() throws IOException {
        sessions.add("secret", "s1");
        sessions.gate = ErrorCode.STEP_UP_REQUIRED;
        Web page = signedIn("GET", "/cases/1");
        assertFalse(enters(page));
        assertEquals("/step-up?to=%2Fcases%2F1", page.redirect);
        Web api = signedIn("GET", "/api/v1/cases");
        assertFalse(enters(api));
        assertEquals(403, api.status);
        assertTrue(api.text(), api.text().contains("\"code\":\"STEP_UP_REQUIRED\""));
        Web open = signedIn("POST", "/").parameter("v-r", "uidl");
        assertFalse(enters(open));
        assertEquals("the open page loads itself again and is led to the factor", 403, open.status);
        for (String path : List.of("/step-up", "/api/v1/session/step-up", "/api/v1/session", "/sign-out", "/sign-in")) {
            assertTrue(path, enters(signedIn("GET", path)));
        }
        Web push = signedIn("GET", "/VAADIN/push").parameter("v-r", "push");
        push.query = "v-r=push&v-uiId=0";
        assertTrue("an open page waits for news all the same", enters(push));
    }

    /** Their texts are for whoever proved to be there; nothing but who one is says anything to a stolen cookie. */
    @Test
    public void whatComesBeforeTheFirstPageIsReadInAKnownNetworkOnly() throws IOException {
        sessions.add("secret", "s1");
        List<String> before = List.of("/agreement", "/training", "/api/v1/agreements", "/api/v1/trainings");
        for (ErrorCode missing : List.of(ErrorCode.AGREEMENT_REQUIRED, ErrorCode.TRAINING_REQUIRED)) {
            sessions.gate = missing;
            for (String path : before) {
                assertTrue(missing + " " + path, enters(signedIn("GET", path)));
            }
        }
        sessions.gate = ErrorCode.STEP_UP_REQUIRED;
        for (String path : before) {
            Web asked = signedIn("GET", path);
            assertFalse(path, enters(asked));
            if (path.startsWith("/api/")) {
                assertTrue(asked.text(), asked.text().contains("\"code\":\"STEP_UP_REQUIRED\""));
            } else {
                assertEquals("/step-up?to=%2F" + path.substring(1), asked.redirect);
            }
        }
    }

    /** The address is that of {@link LimitedRequest}: behind a trusted proxy the one that it names. */
    @Test
    public void eachRequestOfAPersonSaysFromWhereAndWhatAPageAsksByItselfDoesNot() throws IOException {
        sessions.add("secret", "s1");
        Web here = signedIn("GET", "/cases");
        here.remote = "203.0.113.5";
        assertTrue(enters(here));
        Web push = signedIn("GET", "/VAADIN/push").parameter("v-r", "push");
        push.query = "v-r=push&v-uiId=0";
        push.remote = "198.51.100.9";
        assertTrue(enters(push));
        Web heartbeat = signedIn("POST", "/");
        heartbeat.query = "v-r=heartbeat&v-uiId=0";
        heartbeat.remote = "198.51.100.9";
        assertTrue(enters(heartbeat));
        assertEquals(List.of("203.0.113.5"), sessions.sources);
    }

    /** Else whoever holds a stolen cookie adds these words to each request and is asked for nothing. */
    @Test
    public void theWordsOfAnOpenPageInAnotherPlaceHideNobody() throws IOException {
        sessions.add("secret", "s1");
        sessions.gate = ErrorCode.STEP_UP_REQUIRED;
        List<String> pretended = List.of(
                "POST /?v-r=uidl&x=v-r=push",
                "POST /?v-r=uidl&v-r=heartbeat",
                "POST /?v-r=heartbeat&%76-r=uidl",
                "GET /?x=v-r=heartbeat",
                "GET /?v-r=heartbeats",
                "GET /?v-r=push",
                "GET /VAADIN/push?v-r=heartbeat",
                "POST /VAADIN/push?v-r=push");
        for (String each : pretended) {
            String[] parts = each.split("[ ?]", 3);
            Web web = signedIn(parts[0], parts[1]);
            web.query = parts[2];
            web.remote = "198.51.100.9";
            sessions.sources.clear();
            assertFalse(each, enters(web));
            assertEquals(each, List.of("198.51.100.9"), sessions.sources);
        }
    }
}
