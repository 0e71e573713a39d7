// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccountEventService;
import org.openbarnahus.core.service.MyAccountService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.query.MyAccount;
import org.openbarnahus.core.service.query.SignedIn;

/** The way out of every page behind sign-in, the own session, another secret after a step-up, and another network. */
public class OwnSessionPagesTest {
    private static final Pattern OUT = Pattern.compile(
            "<form class=\"out\" method=\"post\" action=\"/sign-out\"><button[^>]*>Sign out</button></form>");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private final FakeSessions sessions = new FakeSessions();
    private final Session anna = sessions.add("secret", "s1");

    private final AccountServlet account = new AccountServlet(
            sessions,
            answering(MyAccountService.class, name -> switch (name) {
                case "mine" -> Outcome.done(new MyAccount("anna", "Europe/Stockholm", 10, List.of(), List.of()));
                case "beginPasskey" -> Outcome.refused(Problem.of(ErrorCode.STEP_UP_REQUIRED));
                default -> throw new AssertionError("not expected: " + name);
            }),
            answering(AccountEventService.class, name -> Outcome.done(List.of())),
            Web.nothingOutside(),
            false);

    private interface Answers {
        Object of(String name);
    }

    private static <T> T answering(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.of(method.getName())));
    }

    private Web signedIn(String method, String uri) {
        Web web = new Web(method, uri);
        web.attributes.put(WebSession.ATTRIBUTE, anna);
        return web;
    }

    /** A form that the page itself gave. */
    private Web sent(PageServlet page, String uri, Map<String, String> fields) throws IOException {
        Web shown = signedIn("GET", uri);
        page.doGet(shown.request(), shown.response());
        Matcher token = TOKEN.matcher(shown.text());
        assertTrue(shown.text(), token.find());
        Web web = signedIn("POST", uri)
                .cookie(FormGuard.COOKIE, shown.givenCookie(FormGuard.COOKIE).getValue())
                .parameter(FormGuard.FIELD, token.group(1));
        fields.forEach(web::parameter);
        page.doPost(web.request(), web.response());
        return web;
    }

    @Test
    public void everyPageBehindSignInHasTheWayOut() throws IOException {
        Web mine = signedIn("GET", WebContext.ACCOUNT);
        account.doGet(mine.request(), mine.response());
        assertEquals(1, OUT.matcher(mine.text()).results().count());
        for (Class<? extends PageServlet> page :
                List.of(AccountServlet.class, AgreementServlet.class, TrainingServlet.class, StepUpServlet.class)) {
            assertTrue(page.getName(), declaresBehind(page));
        }
        Web inside = new Web("GET", "/");
        new Page(new Texts(Locale.ENGLISH), false, true).send(inside.response(), 200, "", "account.title", "");
        assertTrue(inside.text(), OUT.matcher(inside.text()).find());
        Web before = new Web("GET", "/");
        new Page(new Texts(Locale.ENGLISH), false).send(before.response(), 200, "", "sign-in.title", "");
        assertFalse(before.text(), OUT.matcher(before.text()).find());
    }

    private static boolean declaresBehind(Class<?> page) {
        return List.of(page.getDeclaredMethods()).stream()
                .anyMatch(each -> each.getName().equals("behindSignIn"));
    }

    @Test
    public void theOwnSessionIsShownAndEndedOnMyAccount() throws IOException {
        Web shown = signedIn("GET", WebContext.ACCOUNT);
        account.doGet(shown.request(), shown.response());
        assertTrue(shown.text(), shown.text().contains("Firefox &lt;Linux&gt; <strong>(this browser)</strong>"));
        Web web = sent(account, WebContext.ACCOUNT, Map.of("do", "end", "id", "s1"));
        assertEquals(List.of("s1"), sessions.ended);
        assertEquals("/sign-in?out=1", web.redirect);
        assertEquals(0, web.givenCookie(WebSession.COOKIE).getMaxAge());
    }

    @Test
    public void aFreshSecondFactorGivesTheBrowserAnotherCookie() throws IOException {
        StepUpServlet stepUp = new StepUpServlet(sessions, Web.nothingOutside(), false);
        Web web = sent(stepUp, WebContext.STEP_UP, Map.of("otp", "123456", "to", "/cases"));
        assertEquals("/cases", web.redirect);
        assertEquals("renewed-secret", web.givenCookie(WebSession.COOKIE).getValue());
        assertEquals("Strict", web.givenCookie(WebSession.COOKIE).getAttribute("SameSite"));
        assertFalse("open pages stay", web.invalidated);
        sessions.refusal = Problem.of(ErrorCode.SIGN_IN_FAILED);
        Web wrong = sent(stepUp, WebContext.STEP_UP, Map.of("otp", "000000"));
        assertTrue(wrong.given.stream().noneMatch(each -> each.getName().equals(WebSession.COOKIE)));
    }

    @Test
    public void whoeverIsInAnotherNetworkLearnsWhyTheFactorIsAskedFor() throws IOException {
        StepUpServlet stepUp = new StepUpServlet(sessions, Web.nothingOutside(), false);
        Web usual = signedIn("GET", WebContext.STEP_UP);
        stepUp.doGet(usual.request(), usual.response());
        assertFalse(usual.text().contains("another network"));
        sessions.gate = ErrorCode.STEP_UP_REQUIRED;
        Web moved = signedIn("GET", WebContext.STEP_UP);
        stepUp.doGet(moved.request(), moved.response());
        assertTrue(moved.text(), moved.text().contains("You are in another network"));
    }

    @Test
    public void aBrowserIsKnownAgainByACookieThatScriptsAndOtherSitesNeverSee() {
        Web web = new Web("POST", WebContext.SIGN_IN)
                .cookie(WebSession.BROWSER_COOKIE, "held")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        WebSession.start(web.request(), web.response(), new SignedIn(anna, "secret"), sessions);
        assertEquals(List.of("s1 held Firefox Linux"), sessions.recognised);
        var cookie = web.givenCookie(WebSession.BROWSER_COOKIE);
        assertEquals("kept", cookie.getValue());
        assertTrue(cookie.isHttpOnly() && cookie.getSecure());
        assertEquals("Strict", cookie.getAttribute("SameSite"));
        assertEquals("/", cookie.getPath());
        assertEquals(400 * 24 * 3600, cookie.getMaxAge());
        Web twice = new Web("POST", WebContext.SIGN_IN)
                .cookie(WebSession.BROWSER_COOKIE, "one")
                .cookie(WebSession.BROWSER_COOKIE, "two");
        WebSession.start(twice.request(), twice.response(), new SignedIn(anna, "secret"), sessions);
        assertEquals("s1  ", sessions.recognised.getLast());
    }

    @Test
    public void nothingIsSetWhenNothingIsToBeKept() {
        Web web = new Web("POST", WebContext.SIGN_IN);
        SessionService plain = answering(SessionService.class, name -> switch (name) {
            case "recognise" -> "";
            default -> Optional.empty();
        });
        WebSession.start(web.request(), web.response(), new SignedIn(anna, "secret"), plain);
        assertEquals(1, web.given.size());
    }
}
