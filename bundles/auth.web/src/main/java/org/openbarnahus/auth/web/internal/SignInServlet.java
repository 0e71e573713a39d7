// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.AccountService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.SignedIn;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The sign-in page: name, password and one-time code in one form. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern(WebContext.SIGN_IN)
public final class SignInServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TO = "to";

    private final transient SessionService sessions;
    private final transient AccountService accounts;

    @Activate
    public SignInServlet(
            @Reference SessionService sessions, @Reference AccountService accounts, BundleContext context) {
        this(sessions, accounts, Boolean.parseBoolean(context.getProperty("openbarnahus.demo")));
    }

    SignInServlet(SessionService sessions, AccountService accounts, boolean demo) {
        super(demo);
        this.sessions = sessions;
        this.accounts = accounts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Texts texts = texts(request, response);
        if (WebSession.of(request).isPresent()) {
            signedIn(response, texts);
            return;
        }
        boolean out = "1".equals(request.getParameter("out"));
        form(request, response, 200, out ? "<p role=\"status\">" + texts.html("signed-out") + "</p>\n" : "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Texts texts = texts(request, response);
        if (!FormGuard.passes(request)) {
            form(request, response, 403, alert(texts.get("sign-in.expired")));
            return;
        }
        Credentials credentials = new Credentials(
                parameter(request, "username"), parameter(request, "password"), parameter(request, "otp"));
        Outcome<SignedIn> outcome;
        try {
            outcome = sessions.signIn(credentials, request.getRemoteAddr());
        } catch (StoreUnavailableException e) {
            outcome = Outcome.refused(Problem.of(ErrorCode.BUSY));
        }
        switch (outcome) {
            case Outcome.Done<SignedIn> done -> {
                WebSession.start(request, response, done.value());
                response.sendRedirect(target(parameter(request, TO)));
            }
            case Outcome.Refused<SignedIn> refused ->
                refuse(request, response, refused.problems().getFirst());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        int status = switch (problem.code()) {
            case THROTTLED -> 429;
            case BUSY, STORE_UNAVAILABLE -> 503;
            default -> 401;
        };
        String seconds = problem.arguments().get("seconds");
        if (seconds != null) {
            response.setHeader("Retry-After", seconds);
        }
        form(request, response, status, alert(message(problem, new Texts(Languages.of(request)))));
    }

    /** @param above what is said first, as HTML */
    private void form(HttpServletRequest request, HttpServletResponse response, int status, String above)
            throws IOException {
        Texts texts = texts(request, response);
        String main = above + "<form method=\"post\" action=\"" + WebContext.SIGN_IN + "\">\n"
                + FormGuard.input(request, response)
                + "<input type=\"hidden\" name=\"" + TO + "\" value=\"" + Texts.escape(target(parameter(request, TO)))
                + "\">\n"
                + Field.username().html(texts, parameter(request, "username"), "", Map.of())
                + Field.password("password", "sign-in.password", "current-password")
                        .html(texts, "", "", Map.of())
                + new Field(
                                "otp",
                                "sign-in.code",
                                "class=\"code\" type=\"text\" inputmode=\"numeric\" autocomplete=\"one-time-code\" maxlength=\"7\"")
                        .html(texts, "", "sign-in.code.hint", Map.of())
                + "<button type=\"submit\">" + texts.html("sign-in.submit") + "</button>\n</form>\n"
                + "<p class=\"note\">" + texts.html("sign-in.purpose") + "</p>\n"
                + "<p class=\"note\">" + helpLine(texts) + "</p>\n";
        page(texts).send(response, status, WebContext.SIGN_IN, "sign-in.title", main);
    }

    private String helpLine(Texts texts) {
        try {
            if (accounts.waitsForFirstAdministrator()) {
                return "<a href=\"" + WebContext.SETUP + "\">" + texts.html("setup.link") + "</a>";
            }
        } catch (StoreUnavailableException e) {
            // the page is shown all the same: whoever waits for the database can wait here
        }
        return texts.html("sign-in.help");
    }

    private void signedIn(HttpServletResponse response, Texts texts) throws IOException {
        String main = "<a class=\"button\" href=\"/\">" + texts.html("signed-in.go") + "</a>\n"
                + "<form method=\"post\" action=\"" + WebContext.SIGN_OUT
                + "\"><button class=\"second\" type=\"submit\">"
                + texts.html("signed-in.sign-out") + "</button></form>\n";
        page(texts).send(response, 200, WebContext.SIGN_IN, "signed-in.title", main);
    }

    /** Back to where somebody wanted to go, if that is a page of ours. */
    static String target(String wanted) {
        boolean ours = Paths.plain(wanted) && !Paths.api(wanted) && !wanted.startsWith(WebContext.SIGN_IN);
        return ours && !wanted.equals(WebContext.SIGN_OUT) && !wanted.equals(WebContext.SETUP) ? wanted : "/";
    }
}
