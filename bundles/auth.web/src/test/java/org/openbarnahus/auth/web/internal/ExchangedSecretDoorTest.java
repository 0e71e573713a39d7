// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.security.Buckets;
import org.openbarnahus.core.security.Session;
import org.osgi.framework.Bundle;

/** What the door lets in under a secret that another one has replaced: what changes nothing, and the way out. */
public class ExchangedSecretDoorTest {
    private static final String SECRET = "secret-of-anna";

    private final FakeSessions sessions = new FakeSessions();
    private final PublicPaths paths = new PublicPaths();
    private final Rates.Limits limits =
            new Rates.Limits(new Buckets(200, 400), new Buckets(100, 300), new Buckets(100, 200), 50, 0);
    private final GuardedContext guard =
            new GuardedContext((Bundle) null, sessions, paths, new Rates(limits, () -> 0, time -> {}));
    private final Session anna = sessions.add(SECRET, "s1");

    @Before
    public void sheHasSteppedUp() {
        sessions.exchanged = true;
    }

    private boolean enters(Web web) throws IOException {
        boolean entered = guard.handleSecurity(web.request(), web.response());
        guard.finishSecurity(web.request(), web.response());
        return entered;
    }

    private Web late(String method, String uri) {
        return new Web(method, uri)
                .cookie(WebSession.COOKIE, SECRET)
                .header("X-CSRF-Token", WebSession.csrfToken(anna));
    }

    private Web asking(String method, String uri, String what) {
        Web web = late(method, uri);
        web.query = "v-r=" + what;
        return web.parameter("v-r", what);
    }

    @Test
    public void aProgramThatWritesComesAgainUnderTheNewSecret() throws IOException {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            for (String path : List.of("/api/v1/cases", "/api/v1/account/recovery-codes", "/api/v1/session/step-up")) {
                Web web = late(method, path);
                assertFalse(path, enters(web));
                assertEquals(path, 503, web.status);
                assertEquals("1", web.said("Retry-After"));
                assertTrue(web.text(), web.text().contains("\"BUSY\""));
            }
        }
        sessions.exchanged = false;
        assertTrue(enters(late("POST", "/api/v1/cases")));
    }

    @Test
    public void aClickInAnOpenPageIsTriedAgainByThePage() throws IOException {
        for (Web web : List.of(
                asking("POST", "/", "uidl"), asking("POST", "/VAADIN/push", "push"), asking("POST", "/", "init"))) {
            assertFalse(enters(web));
            assertEquals(503, web.status);
            assertEquals("1", web.said("Retry-After"));
        }
    }

    @Test
    public void aFormIsShownAgain() throws IOException {
        for (String path : List.of("/account", "/step-up", "/agreement")) {
            Web web = late("POST", path);
            web.type = "application/x-www-form-urlencoded";
            assertFalse(enters(web));
            assertEquals(path, web.redirect);
        }
        Web upload = late("POST", "/VAADIN/dynamic/resource/0/x");
        upload.type = "multipart/form-data; boundary=x";
        assertFalse(enters(upload));
        assertEquals("a file that was not taken is not told as taken", 503, upload.status);
    }

    @Test
    public void whatIsReadAndWhatAPageAsksByItselfIsAnsweredAndTheWayOutIsOpen() throws IOException {
        paths.add(() -> "/api/v1/session");
        for (Web web : List.of(
                late("GET", "/cases/1"),
                late("GET", "/api/v1/cases"),
                late("HEAD", "/api/v1/cases"),
                asking("POST", "/", "heartbeat"),
                asking("GET", "/VAADIN/push", "push"),
                late("POST", "/sign-out"),
                late("DELETE", "/api/v1/session"))) {
            assertTrue(web.uri, enters(web));
        }
    }
}
