// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.openbarnahus.ui.child.internal.FakeQuestionnaires.TOKEN;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.Test;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.SignedIn;

public final class ChildServletTest {
    private static final String PAGE = "/child/" + TOKEN;
    private static final Session SOMEBODY = new Session() {
        @Override
        public String id() {
            return "s1";
        }

        @Override
        public Actor actor() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean alive() {
            return true;
        }
    };

    private final FakeQuestionnaires questionnaires = new FakeQuestionnaires();
    private final List<Session> signedOut = new ArrayList<>();
    private final SessionService sessions = new SessionService() {
        @Override
        public Outcome<SignedIn> signIn(Credentials credentials, String source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Session> find(String secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signOut(Session session) {
            signedOut.add(session);
        }
    };
    private final ChildServlet servlet = new ChildServlet(questionnaires, sessions, new OwnTexts());

    private Exchange get(Exchange exchange) throws IOException {
        servlet.doGet(exchange.request(), exchange.response());
        return exchange;
    }

    private Exchange post(Exchange exchange) throws IOException {
        servlet.doPost(exchange.request(), exchange.response());
        return exchange;
    }

    private static Exchange filledIn() {
        return new Exchange(PAGE).with("a.KIND", "yes").with("a.SAFE", "").with("t.GOOD", "the sofa");
    }

    private static long screens(Exchange page) {
        return Pattern.compile("<section class=\"screen\"")
                .matcher(page.html())
                .results()
                .count();
    }

    @Test
    public void everyQuestionHasAScreenOfItsOwnBetweenStartAndEnd() throws IOException {
        Exchange page = get(new Exchange(PAGE));
        assertEquals(200, page.status);
        assertEquals(2 + 1 + 2, screens(page));
        assertTrue(page.html().contains("Question 3 of 3"));
        assertTrue(page.html().contains("<input type=\"radio\" name=\"a.KIND\" value=\"dont_know\">"));
    }

    @Test
    public void everyScreenThatIsLedToIsThere() throws IOException {
        String html = get(new Exchange(PAGE)).html();
        Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(html)
                .results()
                .forEach(link -> assertTrue(link.group(1), html.contains("id=\"" + link.group(1) + "\"")));
    }

    @Test
    public void theQuestionsAreAskedInTheLanguageOfTheBrowserOrTheOneChosen() throws IOException {
        assertTrue(get(new Exchange(PAGE).in("sv")).html().contains("sv item.KIND"));
        Exchange chosen = get(new Exchange(PAGE).in("sv").with("lang", "en"));
        assertTrue(chosen.html().contains("<html lang=\"en\">"));
        assertTrue(chosen.html().contains("en item.KIND"));
    }

    @Test
    public void aLanguageWithoutTheQuestionnairesWordsIsNotOffered() throws IOException {
        Exchange page = get(new Exchange(PAGE).in("nb"));
        assertFalse(page.html().contains("lang=\"nb\""));
        assertTrue(page.html().contains("lang=\"sv\""));
    }

    @Test
    public void theBrowserMayKeepNothingAndRunNothing() throws IOException {
        Exchange page = get(new Exchange(PAGE));
        assertEquals("no-store", page.header("Cache-Control"));
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
        assertFalse(page.header("Content-Security-Policy").contains("script"));
        assertFalse(page.html().contains("<script"));
        assertFalse(page.html().contains("style="));
        assertTrue(page.cookies.isEmpty());
    }

    @Test
    public void withoutAScreenForFreeTextNoneIsAsked() throws IOException {
        questionnaires.freeText = false;
        Exchange page = get(new Exchange(PAGE));
        assertFalse(page.html().contains("<textarea"));
        assertTrue(page.html().contains("Question 2 of 2"));
    }

    @Test
    public void answersAreHandedOverWithoutTheSkippedOnes() throws IOException {
        post(filledIn().with("a.OTHER", "yes"));
        assertEquals(Map.of("KIND", "yes"), questionnaires.answers);
        assertEquals(Map.of("GOOD", "the sofa"), questionnaires.texts);
    }

    @Test
    public void afterSendingTheBrowserGoesElsewhereAndForgets() throws IOException {
        Exchange sent = post(filledIn());
        assertEquals(HttpServletResponse.SC_SEE_OTHER, sent.status);
        assertFalse(sent.header("Location").contains(TOKEN));
        assertEquals("\"cache\", \"storage\"", sent.header("Clear-Site-Data"));
        assertEquals("", sent.html());
    }

    @Test
    public void theThanksNameTheHelpLineOfTheCountry() throws IOException {
        String there = post(filledIn()).header("Location");
        Exchange thanks = get(new Exchange(there.substring(0, there.indexOf('?'))).with("lang", "sv"));
        assertEquals(200, thanks.status);
        assertTrue(thanks.html().contains("sv country.word.helpline"));
        assertTrue(thanks.html().contains("sv questionnaire.x.child.thanks"));
    }

    @Test
    public void thanksThatAreNoLongerKnownAreSaidInOwnWords() throws IOException {
        Exchange thanks = get(new Exchange("/child/thanks/00000000"));
        assertEquals(200, thanks.status);
        assertTrue(thanks.html().contains("help"));
    }

    @Test
    public void goingBackOrSendingTwiceShowsNothingOfTheAnswers() throws IOException {
        post(filledIn());
        Exchange back = get(new Exchange(PAGE));
        Exchange again = post(filledIn());
        assertEquals(HttpServletResponse.SC_GONE, back.status);
        assertEquals(HttpServletResponse.SC_GONE, again.status);
        assertFalse(again.html().contains("the sofa"));
        assertFalse(again.html().contains("<form"));
    }

    @Test
    public void aTextThatIdentifiesSomebodyStaysAndIsAskedAboutKindly() throws IOException {
        Exchange refused = post(filledIn().with("t.GOOD", "call 070 <b>"));
        assertEquals(422, refused.status);
        assertTrue(refused.html().contains(">\ncall 070 &lt;b&gt;</textarea>"));
        assertTrue(refused.html().contains("value=\"yes\" checked>"));
        assertTrue(refused.html().contains("Please take it out"));
        assertEquals(
                1,
                Pattern.compile("id=\"check\"")
                        .matcher(refused.html())
                        .results()
                        .count());
        assertTrue(refused.html().contains("#check\""));
    }

    @Test
    public void nothingAnsweredIsNoMistakeOfTheChild() throws IOException {
        Exchange refused = post(new Exchange(PAGE));
        assertTrue(refused.html().contains("That is fine."));
        assertTrue(refused.html().contains("id=\"check\""));
    }

    @Test
    public void whileTheDatabaseIsGoneTheAnswersStay() throws IOException {
        questionnaires.storeGone = true;
        Exchange refused = post(filledIn());
        assertEquals(HttpServletResponse.SC_SERVICE_UNAVAILABLE, refused.status);
        assertTrue(refused.html().contains("the sofa"));
        questionnaires.storeGone = false;
        assertEquals(HttpServletResponse.SC_SEE_OTHER, post(filledIn()).status);
    }

    @Test
    public void aTextWrittenBeforeFreeTextWasSwitchedOffStays() throws IOException {
        questionnaires.freeText = false;
        assertTrue(post(filledIn().with("t.GOOD", "room 7")).html().contains("room 7"));
    }

    @Test
    public void whatIsNoTokenIsAClosedPage() throws IOException {
        for (String path : new String[] {"/child/", "/child/x", PAGE + "/more", "/child/<script>alert(1)</script>"}) {
            Exchange page = get(new Exchange(path));
            assertEquals(path, HttpServletResponse.SC_GONE, page.status);
            assertFalse(page.html().contains("alert"));
        }
    }

    @Test
    public void handingOverEndsTheStaffsSessionBeforeTheChildBegins() throws IOException {
        Exchange over =
                post(new Exchange(PAGE).with(ChildServlet.HAND_OVER, "1").signedInAs(SOMEBODY));
        assertEquals(List.of(SOMEBODY), signedOut);
        assertEquals(HttpServletResponse.SC_SEE_OTHER, over.status);
        assertEquals(PAGE, over.header("Location"));
        assertEquals(0, over.cookie(WebSession.COOKIE).getMaxAge());
        assertEquals(200, get(new Exchange(PAGE)).status);
    }

    @Test
    public void aLinkAloneSignsNobodyOut() throws IOException {
        get(new Exchange(PAGE).with(ChildServlet.HAND_OVER, "1").signedInAs(SOMEBODY));
        assertEquals(List.of(), signedOut);
    }
}
