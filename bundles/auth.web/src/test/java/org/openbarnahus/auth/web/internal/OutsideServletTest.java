// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.OutsideAccountService;
import org.openbarnahus.core.service.OutsideSessionService;
import org.openbarnahus.core.service.gate.OutsideGate;
import org.openbarnahus.core.service.gate.OutsideGate.Arrival;
import org.openbarnahus.core.service.gate.OutsideGate.Departure;
import org.openbarnahus.core.service.gate.OutsideGate.Errand;
import org.openbarnahus.core.service.gate.OutsideGate.Kind;
import org.openbarnahus.core.service.gate.OutsideGate.Proved;
import org.openbarnahus.core.service.query.SignedIn;

/** The pages around the way to an identity provider: what they hold, and what they never repeat. */
public class OutsideServletTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final String THERE = "https://provider.example.org/authorize?state=a&nonce=b";

    private final List<Errand> errands = new ArrayList<>();
    private final List<Map<String, String>> answers = new ArrayList<>();
    private Arrival arrival = Arrival.DONE;
    private Kind kind = Kind.SIGN_IN;
    private final List<List<Object>> asked = new ArrayList<>();
    private final OutsideParts parts = Web.nothingOutside();
    private final FakeSessions sessions = new FakeSessions();
    private Outcome<SignedIn> outside = Outcome.refused(Problem.of(ErrorCode.SIGN_IN_FAILED));
    private final OutsideServlet servlet = new OutsideServlet(
            parts, service(OutsideSessionService.class), sessions, service(OutsideAccountService.class), false);

    @Before
    public void configure() {
        parts.provider = (OutsideGate) Proxy.newProxyInstance(
                OutsideGate.class.getClassLoader(),
                new Class<?>[] {OutsideGate.class},
                (self, method, arguments) -> answer(method.getName(), arguments));
    }

    @SuppressWarnings("unchecked")
    private Object answer(String name, Object[] arguments) {
        return switch (name) {
            case "name" -> "Region <b>";
            case "depart" -> {
                errands.add((Errand) arguments[0]);
                yield Outcome.done(new Departure(THERE, "secret"));
            }
            case "arrive" -> {
                answers.add((Map<String, String>) arguments[1]);
                yield arrival;
            }
            case "proved" -> Optional.of(new Proved(new Errand(kind, "", "/"), "issuer", "subject", Instant.EPOCH));
            default -> throw new AssertionError("not expected: " + name);
        };
    }

    private <T> T service(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    asked.add(List.of(arguments));
                    return outside;
                }));
    }

    private Web get(String path) throws IOException {
        Web web = new Web("GET", path).cookie(OutsideServlet.COOKIE, "secret");
        servlet.doGet(web.request(), web.response());
        return web;
    }

    private Web leave(String errand) throws IOException {
        Web page = new Web("GET", "/sign-in");
        String html = parts.signIn(page.request(), page.response(), new Texts(java.util.Locale.ENGLISH), "/cases");
        assertTrue(html, html.contains("Sign in with Region &lt;b&gt;"));
        Matcher token = TOKEN.matcher(html);
        assertTrue(token.find());
        Web web = new Web("POST", "/sign-in/outside")
                .cookie(FormGuard.COOKIE, page.givenCookie(FormGuard.COOKIE).getValue())
                .parameter("token", token.group(1))
                .parameter("for", errand)
                .parameter("to", "/cases");
        servlet.doPost(web.request(), web.response());
        return web;
    }

    @Test
    public void whoeverLeavesHoldsASecretThatComesBackFromAnotherSite() throws IOException {
        Web web = leave("sign-in");
        assertEquals("0;url=" + THERE, web.said("Refresh"));
        assertEquals("Lax", web.givenCookie(OutsideServlet.COOKIE).getAttribute("SameSite"));
        assertTrue(web.givenCookie(OutsideServlet.COOKIE).getSecure());
        assertTrue(web.givenCookie(OutsideServlet.COOKIE).isHttpOnly());
        assertEquals(List.of(new Errand(Kind.SIGN_IN, "", "/cases")), errands);
    }

    @Test
    public void whoeverComesBackFromAStepUpProvedItWhereTheRequestCameFrom() throws IOException {
        kind = Kind.STEP_UP;
        Session session = sessions.add("before", "s1");
        Session fresh = new FakeSessions.Signed("s1");
        outside = Outcome.done(new SignedIn(fresh, "after"));
        Web web = new Web("GET", OutsideServlet.DONE).cookie(OutsideServlet.COOKIE, "secret");
        web.attributes.put(WebSession.ATTRIBUTE, session);
        web.remote = "198.51.100.7";
        servlet.doGet(web.request(), web.response());
        assertEquals(List.of(List.of(session, "secret", "198.51.100.7")), asked);
        assertEquals("after", web.givenCookie(WebSession.COOKIE).getValue());
        assertSame("and what the request still does it does freshly", fresh, web.attributes.get(WebSession.ATTRIBUTE));
    }

    @Test
    public void allFormsOfAPageCarryTheTokenOfItsOneCookie() {
        Web page = new Web("GET", "/sign-in");
        Texts texts = new Texts(java.util.Locale.ENGLISH);
        String html = PageServlet.form(page.request(), page.response(), "/sign-in", "")
                + parts.signIn(page.request(), page.response(), texts, "/");
        assertEquals(
                1,
                TOKEN.matcher(html)
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .count());
        assertEquals(2, TOKEN.matcher(html).results().count());
        assertEquals(1, page.given.size());
    }

    @Test
    public void anotherSiteSendsNobodyThere() throws IOException {
        Web web = new Web("POST", "/sign-in/outside").parameter("for", "link");
        servlet.doPost(web.request(), web.response());
        assertEquals(403, web.status);
        assertTrue(errands.isEmpty());
    }

    @Test
    public void nobodyLinksOrStepsUpWithoutASession() throws IOException {
        assertEquals("/sign-in", leave("link").redirect);
        assertEquals("/sign-in", leave("step-up").redirect);
        assertTrue(errands.isEmpty());
    }

    @Test
    public void comingBackLeadsOnToAPageOfOurs() throws IOException {
        Web web = get("/sign-in/outside/return");
        assertEquals("0;url=/sign-in/outside/done", web.said("Refresh"));
        assertEquals(1, answers.size());
    }

    @Test
    public void aFailureIsToldCalmlyAndNothingThatCameIsRepeated() throws IOException {
        for (Arrival each : Arrival.values()) {
            if (each != Arrival.DONE) {
                arrival = each;
                Web web = new Web("GET", "/sign-in/outside/return")
                        .cookie(OutsideServlet.COOKIE, "secret")
                        .parameter("error_description", "echo-me");
                servlet.doGet(web.request(), web.response());
                assertEquals(each == Arrival.UNREACHABLE ? 503 : 401, web.status);
                assertFalse(web.text(), web.text().contains("echo-me"));
                assertEquals(0, web.givenCookie(OutsideServlet.COOKIE).getMaxAge());
            }
        }
    }

    @Test
    public void withoutTheSecretNothingIsAsked() throws IOException {
        Web web = new Web("GET", "/sign-in/outside/return");
        servlet.doGet(web.request(), web.response());
        assertEquals(401, web.status);
        assertTrue(answers.isEmpty());
    }

    @Test
    public void aStrangerIsAskedForAManagersCode() throws IOException {
        Web web = get("/sign-in/outside/done");
        assertEquals(401, web.status);
        assertTrue(
                web.text(), web.text().contains("name=\"code\"") && web.text().contains("name=\"username\""));
        assertTrue(web.given.stream().noneMatch(cookie -> cookie.getName().equals("__Host-session")));
    }

    @Test
    public void theSessionOfWhoeverWasThereBeforeIsSignedOut() throws IOException {
        Web web = new Web("GET", "/sign-in/outside/done").cookie(OutsideServlet.COOKIE, "secret");
        web.attributes.put(WebSession.ATTRIBUTE, sessions.add("earlier-secret", "s1"));
        outside = Outcome.done(new SignedIn(sessions.add("fresh-secret", "s9"), "fresh-secret"));
        servlet.doGet(web.request(), web.response());
        assertEquals("/", web.redirect);
        assertEquals("fresh-secret", web.givenCookie(WebSession.COOKIE).getValue());
        assertEquals(Set.of("fresh-secret"), sessions.living.keySet());
    }

    @Test
    public void whileNoProviderIsConfiguredThereIsNothingToSee() throws IOException {
        parts.provider = null;
        Web page = new Web("GET", "/sign-in");
        Texts texts = new Texts(java.util.Locale.ENGLISH);
        assertEquals("", parts.signIn(page.request(), page.response(), texts, "/"));
        assertEquals("", parts.stepUp(page.request(), page.response(), texts, "/"));
        assertEquals("", parts.account(page.request(), page.response(), texts, true));
        assertEquals("/sign-in", get("/sign-in/outside/return").redirect);
    }
}
