// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.OutsideSessionService;
import org.openbarnahus.core.service.query.SignedIn;

/** Where the provider says that somebody has signed out there, and the way there from here. */
public class OutsideEndServletTest {
    private final List<String> said = new ArrayList<>();
    private final FakeSessions sessions = new FakeSessions();
    private Optional<String> wayOut = Optional.empty();

    private final OutsideSessionService outside = new OutsideSessionService() {
        @Override
        public Outcome<SignedIn> signIn(String secret, String source) {
            throw new AssertionError("not expected");
        }

        @Override
        public Outcome<SignedIn> stepUp(Session session, String secret, String source) {
            throw new AssertionError("not expected");
        }

        @Override
        public boolean signedOutThere(String logoutToken) {
            said.add(logoutToken);
            return logoutToken.equals("right");
        }

        @Override
        public Optional<String> wayOut(Session session) {
            return sessions.living.containsValue(session) ? wayOut : Optional.empty();
        }
    };

    private Web posted(Web web) throws Exception {
        new OutsideEndServlet(outside).doPost(web.request(), web.response());
        return web;
    }

    private Web signOut() throws Exception {
        Web web = new Web("POST", WebContext.SIGN_OUT);
        web.attributes.put(WebSession.ATTRIBUTE, sessions.add("secret", "s1"));
        new SignOutServlet(sessions, outside).doPost(web.request(), web.response());
        assertTrue("ended here in any case", sessions.living.isEmpty());
        assertEquals("", web.givenCookie(WebSession.COOKIE).getValue());
        return web;
    }

    @Test
    public void whatIsBelievedIsAnsweredWith200AndNothingElse() throws Exception {
        Web right = posted(new Web("POST", OutsideEndServlet.PATH).parameter("logout_token", "right"));
        assertEquals(200, right.status);
        assertEquals("", right.text());
        assertEquals("no-store", right.said("Cache-Control"));
        Web wrong = posted(new Web("POST", OutsideEndServlet.PATH).parameter("logout_token", "wrong"));
        assertEquals(400, wrong.status);
        assertEquals("{\"error\":\"invalid_request\"}", wrong.text());
        assertEquals(400, posted(new Web("POST", OutsideEndServlet.PATH)).status);
        assertEquals(List.of("right", "wrong"), said);
    }

    @Test
    public void noBrowserIsNeededToSayIt() {
        assertTrue(new PublicPaths().contains(OutsideEndServlet.PATH));
    }

    @Test
    public void whoeverCameFromThereIsLedThereToSignOutToo() throws Exception {
        wayOut = Optional.of("https://id.example.org/out?client_id=hub");
        Web web = signOut();
        assertEquals(200, web.status);
        assertEquals("0;url=https://id.example.org/out?client_id=hub", web.said("Refresh"));
        assertTrue(web.text(), web.text().contains("href=\"https://id.example.org/out?client_id=hub\""));
        assertTrue(web.said("Content-Security-Policy").contains("form-action 'self'"));
    }

    @Test
    public void whoeverDidNotIsBackAtSignIn() throws Exception {
        Web web = signOut();
        assertEquals(WebContext.SIGN_IN + "?out=1", web.redirect);
        assertFalse(web.answered.containsKey("Refresh"));
    }
}
