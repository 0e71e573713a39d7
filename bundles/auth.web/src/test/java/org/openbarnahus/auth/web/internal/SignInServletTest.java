// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.query.SessionEnd;

public class SignInServletTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final FakeSessions sessions = new FakeSessions();
    private final FakeAccounts accounts = new FakeAccounts();
    private final SignInServlet page = new SignInServlet(sessions, accounts, Web.nothingOutside(), false);

    private Web get(Web web) throws IOException {
        page.doGet(web.request(), web.response());
        return web;
    }

    private Web post(Web web) throws IOException {
        page.doPost(web.request(), web.response());
        return web;
    }

    /** What a browser sends after it has loaded the page. */
    private Web filled() throws IOException {
        Web shown = get(new Web("GET", "/sign-in"));
        Matcher token = TOKEN.matcher(shown.text());
        assertTrue(token.find());
        return new Web("POST", "/sign-in")
                .cookie(FormGuard.COOKIE, shown.givenCookie(FormGuard.COOKIE).getValue())
                .parameter("token", token.group(1))
                .parameter("username", "anna \"<b>")
                .parameter("password", "jag cyklar till skogen")
                .parameter("otp", "123456");
    }

    @Test
    public void thePageAllowsOneScriptOfOursInAFileAndNoneWithin() throws IOException {
        Web web = get(new Web("GET", "/sign-in"));
        assertEquals(
                "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
                        + " script-src 'self'; connect-src 'self'",
                web.answered.get("Content-Security-Policy"));
        String html = web.text();
        assertFalse(
                html,
                html.replace("<script src=\"/sign-in/passkey.js\" defer></script>", "")
                                .contains("<script")
                        || html.contains("style=\"")
                        || html.contains("javascript:"));
        for (String field : new String[] {"username", "password", "otp"}) {
            assertTrue(
                    html,
                    html.contains("<label for=\"" + field + "\">") && html.contains("<input id=\"" + field + "\""));
        }
        assertTrue(html, html.contains("<html lang=\"en\">") && html.contains("aria-describedby=\"otp-hint\""));
    }

    @Test
    public void theCookieOfTheSessionIsForThisHostTlsAndNoScript() throws IOException {
        Web web = post(filled().parameter("to", "/cases/1"));
        assertEquals("/cases/1", web.redirect);
        Cookie cookie = web.givenCookie("__Host-session");
        assertEquals("fresh-secret", cookie.getValue());
        assertTrue(cookie.getSecure());
        assertTrue(cookie.isHttpOnly());
        assertEquals("/", cookie.getPath());
        assertNull(cookie.getDomain());
        assertEquals("Strict", cookie.getAttribute("SameSite"));
        assertEquals(-1, cookie.getMaxAge());
        assertEquals("123456", java.util.Objects.requireNonNull(sessions.tried).otp());
    }

    @Test
    public void whatAnotherPersonLeftOpenInTheBrowserEndsAtSignIn() throws IOException {
        Web web = filled();
        web.container = new HashMap<>();
        post(web);
        assertTrue(web.invalidated);
    }

    @Test
    public void theSessionOfWhoeverWasThereBeforeIsSignedOut() throws IOException {
        Web web = filled();
        web.attributes.put(WebSession.ATTRIBUTE, sessions.add("earlier-secret", "s1"));
        post(web);
        assertEquals(Set.of("fresh-secret"), sessions.living.keySet());
    }

    @Test
    public void whoeverFailsToSignInEndsNobodysSession() throws IOException {
        sessions.refusal = Problem.of(ErrorCode.SIGN_IN_FAILED);
        Web web = filled();
        web.attributes.put(WebSession.ATTRIBUTE, sessions.add("earlier-secret", "s1"));
        post(web);
        assertEquals(Set.of("earlier-secret"), sessions.living.keySet());
    }

    @Test
    public void aRefusalIsSaidAsTextAndKeepsTheNameOnly() throws IOException {
        sessions.refusal = Problem.of(ErrorCode.SIGN_IN_FAILED);
        Web web = post(filled());
        assertEquals(401, web.status);
        String html = web.text();
        assertTrue(html, html.contains("<p role=\"alert\">Name, password or code is not right.</p>"));
        assertTrue(html, html.contains("value=\"anna &quot;&lt;b&gt;\""));
        assertFalse(html, html.contains("skogen") || html.contains("123456"));
        assertTrue(web.given.stream().noneMatch(cookie -> cookie.getName().equals(WebSession.COOKIE)));
    }

    @Test
    public void aThrottledSignInSaysHowLong() throws IOException {
        sessions.refusal = Problem.at(ErrorCode.THROTTLED, "", "seconds", "8");
        Web web = post(filled());
        assertEquals(429, web.status);
        assertEquals("8", web.answered.get("Retry-After"));
        assertTrue(web.text(), web.text().contains("Try again in 8 seconds"));
    }

    @Test
    public void aFormThatAnotherSiteSendsIsNotTried() throws IOException {
        Web noCookie = filled();
        noCookie.cookies.clear();
        Web wrongToken = filled().parameter("token", "x");
        Web foreign = filled().header("Origin", "https://evil.example");
        Web nullOrigin = filled().header("Sec-Fetch-Site", "cross-site");
        for (Web web : new Web[] {noCookie, wrongToken, foreign, nullOrigin}) {
            assertEquals(403, post(web).status);
            assertNull(sessions.tried);
        }
    }

    @Test
    public void thePageSpeaksTheBrowsersLanguageOrTheOneChosen() throws IOException {
        Web norwegian = new Web("GET", "/sign-in");
        norwegian.locale = Locale.of("no", "NO");
        assertTrue(get(norwegian).text().contains("<html lang=\"nb\">"));
        Web nynorsk = new Web("GET", "/sign-in");
        nynorsk.locale = Locale.of("nn");
        assertTrue(get(nynorsk).text().contains("<html lang=\"nb\">"));
        Web german = new Web("GET", "/sign-in");
        german.locale = Locale.GERMAN;
        assertTrue(get(german).text().contains("<html lang=\"en\">"));
        Web chosen = get(new Web("GET", "/sign-in").parameter("lang", "sv"));
        assertTrue(chosen.text().contains("Engångskod"));
        assertEquals("sv", chosen.givenCookie(WebContext.LANGUAGE_COOKIE).getValue());
        Web later = get(new Web("GET", "/sign-in").cookie(WebContext.LANGUAGE_COOKIE, "sv"));
        assertTrue(later.text().contains("<html lang=\"sv\">"));
        assertTrue(get(new Web("GET", "/sign-in").parameter("lang", "\"><script>"))
                .text()
                .contains("lang=\"en\""));
    }

    @Test
    public void theFirstStartIsLedToSetUpAndOthersAreNot() throws IOException {
        assertNull(get(new Web("GET", "/sign-in")).redirect);
        accounts.waits = true;
        assertEquals("/setup", get(new Web("GET", "/sign-in")).redirect);
    }

    @Test
    public void signingOutEndsSessionCookieAndOpenPages() throws IOException {
        SignOutServlet out = new SignOutServlet(sessions, Web.nobodyOutside());
        Web web = new Web("POST", "/sign-out");
        web.container = new HashMap<>();
        web.attributes.put(WebSession.ATTRIBUTE, sessions.add("secret", "s1"));
        out.doPost(web.request(), web.response());
        assertTrue(sessions.living.isEmpty());
        assertEquals(0, web.givenCookie(WebSession.COOKIE).getMaxAge());
        assertTrue(web.invalidated);
        assertEquals("/sign-in?out=1", web.redirect);
        Web typed = new Web("GET", "/sign-out");
        sessions.add("secret", "s1");
        out.doGet(typed.request(), typed.response());
        assertEquals(1, sessions.living.size());
    }

    @Test
    public void whoeverIsOutLearnsWhyAndNobodyElseDoes() throws IOException {
        for (SessionEnd.Reason reason : SessionEnd.Reason.values()) {
            sessions.endings.put("old", new SessionEnd(reason, Instant.EPOCH));
            String said = get(new Web("GET", "/sign-in").cookie(WebSession.COOKIE, "old"))
                    .text();
            assertTrue(reason.name(), said.contains("You were signed out"));
        }
        assertFalse(get(new Web("GET", "/sign-in")).text().contains("You were signed out"));
        assertFalse(get(new Web("GET", "/sign-in").cookie(WebSession.COOKIE, "x"))
                .text()
                .contains("You were signed out"));
    }

    @Test
    public void whoeverEndsAnotherSessionIsToldBeforeGoingOn() throws IOException {
        sessions.tookOver = true;
        Web web = post(filled().parameter("to", "/cases/1"));
        assertEquals("", web.redirect == null ? "" : web.redirect);
        assertTrue(web.text().contains("that session has ended now"));
        assertTrue(web.text().contains("href=\"/cases/1\""));
        assertEquals("fresh-secret", web.givenCookie(WebSession.COOKIE).getValue());
    }

    @Test
    public void aPasskeyIsHandedOnInThePlaceOfTheCode() throws IOException {
        post(filled().parameter("otp", "").parameter("passkey", "{\"id\":\"x\"}"));
        assertEquals(
                "{\"id\":\"x\"}",
                java.util.Objects.requireNonNull(sessions.tried).passkey());
    }
}
