// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.model.outcome.Outcome.Refused;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.service.QuestionnaireService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.query.OpenQuestionnaire;
import org.openbarnahus.ui.kit.text.TextCatalog;
import org.openbarnahus.ui.kit.text.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code /child/<token>}: the questions, and the taking of the answers. Keeps nothing between requests, sets no cookie, logs
 * nothing. After the answers are kept the browser is sent elsewhere and told to forget the page, so that going back finds
 * a used token and no answers.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletName("child")
@HttpWhiteboardServletPattern("/child/*")
public final class ChildServlet extends HttpServlet {
    /** Query parameter of the form that staff hand their own device over with. */
    static final String HAND_OVER = "hand-over";

    private static final long serialVersionUID = 1L;
    private static final String THANKS = "/child/thanks/";
    private static final String LANGUAGE = "lang";
    /** Browsers in Norway may ask for Norwegian of no named form, or for Nynorsk, whose readers read Bokmål too. */
    private static final Set<String> NORWEGIAN = Set.of("no", "nn");

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private final transient QuestionnaireService questionnaires;
    private final transient SessionService sessions;
    private final transient TextCatalog catalog;
    private final transient Farewells farewells = new Farewells();

    @Activate
    public ChildServlet(
            @Reference QuestionnaireService questionnaires,
            @Reference SessionService sessions,
            @Reference TextCatalog catalog) {
        this.questionnaires = questionnaires;
        this.sessions = sessions;
        this.catalog = catalog;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        String token = token(path);
        if (path.startsWith(THANKS)) {
            thanks(request, response, path.substring(THANKS.length()));
        } else {
            show(request, response, token);
        }
    }

    /** The staff's session ends here and in the browser before the child sees the first question. */
    private void handOver(HttpServletRequest request, HttpServletResponse response, String token) {
        WebSession.of(request).ifPresent(sessions::signOut);
        WebSession.end(request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", ChildPath.PREFIX + token);
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String token) throws IOException {
        switch (open(token)) {
            case Done<OpenQuestionnaire> done ->
                page(request, response, token, done.value(), new Attempted(Sheet.EMPTY, Optional.empty(), 200));
            case Refused<OpenQuestionnaire> refused -> closed(request, response, refused.problems());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = token(request.getRequestURI());
        if (request.getParameter(HAND_OVER) != null) {
            handOver(request, response, token);
            return;
        }
        switch (open(token)) {
            case Done<OpenQuestionnaire> done -> answer(request, response, token, done.value());
            case Refused<OpenQuestionnaire> refused -> closed(request, response, refused.problems());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String token, OpenQuestionnaire open)
            throws IOException {
        QuestionnaireDefinition questionnaire = open.definition();
        Sheet sheet = Sheet.read(questionnaire, request.getParameterMap());
        switch (attempt(() -> questionnaires.answer(token, sheet.answers(), sheet.texts()))) {
            case Done<Boolean> done -> sent(request, response, open);
            case Refused<Boolean> refused -> {
                if (refused.problems().stream().anyMatch(p -> p.code() == ErrorCode.TOKEN_SPENT)) {
                    closed(request, response, refused.problems());
                    return;
                }
                Worry worry = Worry.first(questionnaire, refused.problems());
                page(
                        request,
                        response,
                        token,
                        open,
                        new Attempted(sheet, Optional.of(worry), status(refused.problems())));
            }
        }
    }

    /** What the page is drawn with after an attempt to send, or before the first. */
    private record Attempted(Sheet sheet, Optional<Worry> worry, int status) {}

    private static int status(List<Problem> problems) {
        return unavailable(problems) ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : 422;
    }

    private static boolean unavailable(List<Problem> problems) {
        return problems.stream().anyMatch(p -> p.code() == ErrorCode.STORE_UNAVAILABLE);
    }

    private Outcome<OpenQuestionnaire> open(String token) {
        return TOKEN.matcher(token).matches()
                ? attempt(() -> questionnaires.open(token))
                : Outcome.refused(Problem.of(ErrorCode.TOKEN_SPENT));
    }

    private static <T> Outcome<T> attempt(java.util.function.Supplier<Outcome<T>> work) {
        try {
            return work.get();
        } catch (StoreUnavailableException e) {
            return Outcome.refused(Problem.of(ErrorCode.STORE_UNAVAILABLE));
        }
    }

    private void page(
            HttpServletRequest request,
            HttpServletResponse response,
            String token,
            OpenQuestionnaire open,
            Attempted attempted)
            throws IOException {
        List<Locale> languages = languages(open);
        Texts texts = catalog.in(language(request, languages));
        String html = new QuestionPage(token, open, texts, languages, attempted.sheet(), attempted.worry()).html();
        write(response, attempted.status(), html);
    }

    private void sent(HttpServletRequest request, HttpServletResponse response, OpenQuestionnaire open) {
        String language = language(request, languages(open)).getLanguage();
        headers(response);
        forget(response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", THANKS + farewells.keep(open) + "?" + LANGUAGE + "=" + language + "#thanks");
    }

    private void thanks(HttpServletRequest request, HttpServletResponse response, String name) throws IOException {
        Texts texts = catalog.in(language(request, catalog.languages()));
        Locale locale = texts.locale();
        Optional<Farewells.Farewell> farewell = farewells.find(name);
        Optional<Words> words = farewell.map(Farewells.Farewell::words);
        String label = "questionnaire."
                + farewell.map(Farewells.Farewell::questionnaire).orElse("");
        forget(response);
        write(
                response,
                HttpServletResponse.SC_OK,
                Frame.message(
                        texts,
                        texts.get("child.thanks.title"),
                        words.flatMap(w -> w.find(locale, label + ".thanks")).orElse(texts.get("child.thanks")),
                        words.flatMap(w -> w.find(locale, label + ".help")).orElse(texts.get("child.thanks.help")),
                        words.flatMap(w -> w.find(locale, "country.word.helpline"))
                                .orElse(""),
                        texts.get("child.thanks.close")));
    }

    private void closed(HttpServletRequest request, HttpServletResponse response, List<Problem> problems)
            throws IOException {
        Texts texts = catalog.in(language(request, catalog.languages()));
        boolean wait = unavailable(problems);
        boolean spent = problems.getFirst().code() == ErrorCode.TOKEN_SPENT;
        String key = wait ? "child.wait" : spent ? "child.spent" : "child.off";
        int status = spent ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        write(response, status, Frame.message(texts, texts.get(key + ".title"), texts.get(key)));
    }

    /** Languages that both the questionnaire and this page speak. */
    private List<Locale> languages(OpenQuestionnaire open) {
        String key = open.definition().labelKey();
        return catalog.languages().stream()
                .filter(l -> open.words()
                        .byLanguage()
                        .getOrDefault(l.getLanguage(), java.util.Map.of())
                        .containsKey(key))
                .toList();
    }

    /** The one asked for in the address, else chosen before, else wanted by the browser, else the first. */
    private static Locale language(HttpServletRequest request, List<Locale> ours) {
        Stream<String> asked = Stream.ofNullable(request.getParameter(LANGUAGE));
        Cookie[] cookies = request.getCookies();
        Stream<String> chosen = cookies == null
                ? Stream.empty()
                : Stream.of(cookies)
                        .filter(c -> c.getName().equals(WebContext.LANGUAGE_COOKIE))
                        .map(Cookie::getValue);
        Stream<String> wanted = Collections.list(request.getLocales()).stream().map(Locale::getLanguage);
        return Stream.of(asked, chosen, wanted)
                .flatMap(s -> s)
                .flatMap(code -> NORWEGIAN.contains(code) ? Stream.of(code, "nb") : Stream.of(code))
                .flatMap(code -> ours.stream().filter(l -> l.getLanguage().equals(code)))
                .findFirst()
                .orElse(ours.isEmpty() ? Locale.ENGLISH : ours.getFirst());
    }

    private static String token(String path) {
        return path.startsWith(ChildPath.PREFIX) ? path.substring(ChildPath.PREFIX.length()) : "";
    }

    private static void forget(HttpServletResponse response) {
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-store");
        // under no-referrer a browser hides where its own form comes from, and the door takes it for a foreign one
        response.setHeader("Referrer-Policy", "same-origin");
    }

    private static void write(HttpServletResponse response, int status, String html) throws IOException {
        headers(response);
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().print(html);
    }
}
