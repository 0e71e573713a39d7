// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.junit.Test;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.security.Buckets;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.SessionEnd;
import org.osgi.framework.Bundle;

public class GuardedContextTest {
    private static final String SECRET = "secret-of-anna";

    private final FakeSessions sessions = new FakeSessions();
    private final PublicPaths paths = new PublicPaths();
    private long nanos;
    private final Rates.Limits limits =
            new Rates.Limits(new Buckets(2, 40), new Buckets(1, 30), new Buckets(1, 20), 50, 0);
    private final Rates rates = new Rates(limits, () -> nanos, time -> nanos += time.toNanos());
    private final GuardedContext guard = new GuardedContext((Bundle) null, sessions, paths, rates);
    private final Session anna = sessions.add(SECRET, "s1");

    private boolean enters(Web web) throws IOException {
        return guard.handleSecurity(web.request(), web.response());
    }

    private static Web signedIn(String method, String uri) {
        return new Web(method, uri).cookie(WebSession.COOKIE, SECRET);
    }

    @Test
    public void theCookieLeadsToItsSession() throws IOException {
        Web web = signedIn("GET", "/cases");
        assertTrue(enters(web));
        assertEquals(anna, WebSession.of(web.request()).orElseThrow());
    }

    @Test
    public void whoeverAsksTooFastIsToldWhenToComeAgain() throws IOException {
        for (int i = 0; i < 40; i++) {
            Web web = signedIn("GET", "/api/v1/cases");
            assertTrue(enters(web));
            guard.finishSecurity(web.request(), web.response());
        }
        Web program = signedIn("GET", "/api/v1/cases");
        assertFalse(enters(program));
        assertEquals(429, program.status);
        assertEquals("1", program.said("Retry-After"));
        assertTrue(program.text(), program.text().contains("\"TOO_FAST\""));
        Web page = signedIn("GET", "/cases").header("Accept", "text/html");
        assertFalse(enters(page));
        assertEquals(429, page.status);
        assertEquals("1", page.said("Refresh"));
        assertTrue(page.text(), page.text().contains("goes on by itself"));
        assertTrue(
                "others are not slowed down",
                sessions.add("secret-of-otto", "s2").alive());
        nanos += 1_000_000_000L;
        assertTrue(enters(signedIn("GET", "/api/v1/cases")));
    }

    @Test
    public void anAddressWithoutASessionHasALimitOfItsOwn() throws IOException {
        for (int i = 0; i < 20; i++) {
            enters(new Web("GET", "/api/v1/cases"));
        }
        Web late = new Web("GET", "/api/v1/cases");
        assertFalse(enters(late));
        assertEquals(429, late.status);
        assertTrue("whoever is signed in goes on", enters(signedIn("GET", "/cases")));
    }

    @Test
    public void aHouseHasItsShareOfWhatIsWorkedOnAndGivesPlacesBack() throws IOException {
        Rates.Limits two = new Rates.Limits(new Buckets(2, 40), new Buckets(1, 30), new Buckets(1, 20), 2, 0);
        GuardedContext narrow =
                new GuardedContext((Bundle) null, sessions, paths, new Rates(two, () -> nanos, time -> {}));
        Web first = signedIn("GET", "/api/v1/cases");
        Web second = signedIn("POST", "/").parameter("v-r", "uidl");
        assertTrue(narrow.handleSecurity(first.request(), first.response()));
        assertTrue(narrow.handleSecurity(second.request(), second.response()));
        Web third = signedIn("GET", "/api/v1/indicators");
        assertFalse(narrow.handleSecurity(third.request(), third.response()));
        assertEquals(429, third.status);
        assertEquals("5", third.said("Retry-After"));
        narrow.finishSecurity(first.request(), first.response());
        narrow.finishSecurity(first.request(), first.response());
        assertTrue(narrow.handleSecurity(third.request(), third.response()));
        assertFalse("given back once", narrow.handleSecurity(first.request(), first.response()));
    }

    @Test
    public void aPageWithoutSessionGoesToSignInAndBack() throws IOException {
        Web web = new Web("GET", "/cases/1");
        assertFalse(enters(web));
        assertEquals("/sign-in?to=%2Fcases%2F1", web.redirect);
        Web root = new Web("GET", "/");
        assertFalse(enters(root));
        assertEquals("/sign-in", root.redirect);
    }

    @Test
    public void whatScriptsAndProgramsAskIsAnsweredWith401InTheirLanguage() throws IOException {
        Web uidl = new Web("POST", "/").parameter("v-r", "uidl");
        Web beat = new Web("GET", "/").parameter("v-r", "heartbeat");
        Web api = new Web("GET", "/api/v1/cases");
        api.locale = Locale.of("sv");
        for (Web web : List.of(uidl, beat, api)) {
            assertFalse(enters(web));
            assertEquals(401, web.status);
            assertEquals("application/problem+json", web.answered.get("Content-Type"));
            assertTrue(web.text(), web.text().contains("\"code\":\"SIGNED_OUT\",\"status\":401"));
        }
        assertTrue(api.text(), api.text().contains("Logga in"));
    }

    @Test
    public void beforeTheAgreementIsSignedNothingButItAndTheWayOutIsReached() throws IOException {
        sessions.gate = ErrorCode.AGREEMENT_REQUIRED;
        Web page = signedIn("GET", "/cases/1");
        assertFalse(enters(page));
        assertEquals("/agreement?to=%2Fcases%2F1", page.redirect);
        for (String path :
                List.of("/api/v1/cases", "/api/v1/session/step-up", "/api/v1/users", "/api/v1/agreements/x")) {
            Web api = signedIn("GET", path);
            assertFalse(path, enters(api));
            assertEquals(path, 403, api.status);
            assertTrue(path, api.text().contains("\"code\":\"AGREEMENT_REQUIRED\""));
        }
        Web push = signedIn("POST", "/").parameter("v-r", "uidl");
        assertFalse(enters(push));
        assertEquals(403, push.status);
        for (String path : List.of("/agreement", "/api/v1/agreements", "/api/v1/session", "/sign-out", "/sign-in")) {
            assertTrue(path, enters(signedIn("GET", path)));
        }
        sessions.gate = null;
        assertTrue(enters(signedIn("GET", "/cases/1")));
    }

    @Test
    public void withoutTheTrainingNothingButItAndTheWayOutIsReached() throws IOException {
        sessions.gate = ErrorCode.TRAINING_REQUIRED;
        Web page = signedIn("GET", "/cases/1");
        assertFalse(enters(page));
        assertEquals("/training?to=%2Fcases%2F1", page.redirect);
        Web api = signedIn("GET", "/api/v1/cases");
        assertFalse(enters(api));
        assertTrue(api.text().contains("\"code\":\"TRAINING_REQUIRED\""));
        for (String path : List.of("/training", "/api/v1/trainings", "/api/v1/session", "/sign-out", "/sign-in")) {
            assertTrue(path, enters(signedIn("GET", path)));
        }
        sessions.gate = null;
        assertTrue(enters(signedIn("GET", "/cases/1")));
    }

    @Test
    public void aProgramLearnsThatItsSessionWasTakenOver() throws IOException {
        sessions.endings.put("old", new SessionEnd(SessionEnd.Reason.TAKEN_OVER, Instant.EPOCH));
        Web api = new Web("GET", "/api/v1/cases").cookie(WebSession.COOKIE, "old");
        assertFalse(enters(api));
        assertEquals(401, api.status);
        assertTrue(api.text().contains("SESSION_TAKEN_OVER"));
    }

    @Test
    public void aWrongEmptyOrDoubledCookieIsNobody() throws IOException {
        assertFalse(enters(new Web("GET", "/api/v1/cases").cookie(WebSession.COOKIE, "x")));
        assertFalse(enters(new Web("GET", "/api/v1/cases").cookie(WebSession.COOKIE, "")));
        assertFalse(enters(signedIn("GET", "/api/v1/cases").cookie(WebSession.COOKIE, SECRET)));
        assertFalse(enters(new Web("GET", "/api/v1/cases").cookie("session", SECRET)));
    }

    @Test
    public void aPublicPathIsOpenAndStillKnowsWhoComes() throws IOException {
        paths.add(() -> "/api/v1/health");
        Web stranger = new Web("GET", "/api/v1/health");
        assertTrue(enters(stranger));
        assertTrue(WebSession.of(stranger.request()).isEmpty());
        Web web = signedIn("GET", "/api/v1/health");
        assertTrue(enters(web));
        assertTrue(WebSession.of(web.request()).isPresent());
    }

    @Test
    public void aWriteUnderTheCookieNeedsItsToken() throws IOException {
        String token = WebSession.csrfToken(anna);
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            assertTrue(enters(signedIn(method, "/api/v1/cases").header("X-CSRF-Token", token)));
            for (Web web : List.of(
                    signedIn(method, "/api/v1/cases"),
                    signedIn(method, "/api/v1/cases").header("X-CSRF-Token", ""),
                    signedIn(method, "/api/v1/cases")
                            .header("X-CSRF-Token", WebSession.csrfToken(new FakeSessions().add("x", "s2"))))) {
                assertFalse(enters(web));
                assertEquals(403, web.status);
                assertTrue(web.text(), web.text().contains("\"CSRF\""));
            }
        }
        assertFalse(token.contains(SECRET));
        assertTrue(enters(signedIn("GET", "/api/v1/cases")));
    }

    @Test
    public void aWriteFromAnotherSiteIsRefusedEvenWithTheToken() throws IOException {
        String token = WebSession.csrfToken(anna);
        for (String[] header : new String[][] {
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Origin", "http://localhost:8443"},
            {"Origin", "https://localhost"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        }) {
            Web api = signedIn("POST", "/api/v1/cases")
                    .header("X-CSRF-Token", token)
                    .header(header[0], header[1]);
            assertFalse(String.join(":", header), enters(api));
            assertFalse(String.join(":", header), enters(signedIn("POST", "/").header(header[0], header[1])));
        }
        assertTrue(enters(signedIn("POST", "/")
                .header("Origin", "https://localhost:8443")
                .header("Sec-Fetch-Site", "same-origin")));
    }

    @Test
    public void signingInNeedsNoTokenButSigningOutOverRestDoes() throws IOException {
        paths.add(() -> "/api/v1/session");
        assertTrue(enters(signedIn("POST", "/api/v1/session")));
        assertFalse(enters(signedIn("POST", "/api/v1/session").header("Sec-Fetch-Site", "cross-site")));
        assertFalse(enters(signedIn("DELETE", "/api/v1/session")));
        assertTrue(enters(signedIn("DELETE", "/api/v1/session").header("X-CSRF-Token", WebSession.csrfToken(anna))));
    }

    @Test
    public void heartbeatAndPushAreNoActivity() throws IOException {
        Web heartbeat = signedIn("POST", "/");
        heartbeat.query = "v-r=heartbeat&v-uiId=1";
        assertTrue(enters(heartbeat));
        Web push = signedIn("GET", "/VAADIN/push");
        push.query = "v-r=push&v-uiId=1&X-Atmosphere-Transport=long-polling";
        assertTrue(enters(push));
        assertTrue(enters(signedIn("POST", PolicyReportServlet.PATH)));
        assertTrue("also before sign-in", enters(new Web("POST", PolicyReportServlet.PATH)));
        assertEquals(0, sessions.activity);
        Web click = signedIn("POST", "/");
        click.query = "v-r=uidl&v-uiId=1";
        assertTrue(enters(click));
        assertEquals(1, sessions.activity);
        Web pretended = signedIn("GET", "/api/v1/cases");
        pretended.query = "v-r=push";
        assertTrue(enters(pretended));
        assertEquals("only pages are left open", 2, sessions.activity);
    }

    @Test
    public void theOpenPagesOfOnePersonEndWithThatPersonsSession() throws IOException {
        Web first = signedIn("GET", "/");
        first.container = new HashMap<>();
        assertTrue(enters(first));
        assertTrue(enters(first));
        assertFalse(first.invalidated);

        sessions.add("secret-of-bo", "s2");
        Web other = new Web("GET", "/").cookie(WebSession.COOKIE, "secret-of-bo");
        other.container = first.container;
        assertTrue(enters(other));
        assertTrue(other.invalidated);

        sessions.living.remove(SECRET);
        assertFalse(enters(first));
        assertTrue(first.invalidated);
    }

    @Test
    public void scriptsAndStylesHaveTheirTypes() {
        assertEquals("text/javascript;charset=utf-8", guard.getMimeType("/VAADIN/build/x.js"));
        assertEquals("text/css;charset=utf-8", guard.getMimeType("a.CSS"));
        assertEquals("image/svg+xml;charset=utf-8", guard.getMimeType("icon.svg"));
        assertEquals("image/png", guard.getMimeType("icon.png"));
        assertEquals(null, guard.getMimeType("noending"));
    }
}
