// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
    private final transient OutsideParts outside;

    @Activate
    public SignInServlet(
            @Reference SessionService sessions,
            @Reference AccountService accounts,
            @Reference OutsideParts outside,
            BundleContext context) {
        this(sessions, accounts, outside, isDemo(context));
    }

    SignInServlet(SessionService sessions, AccountService accounts, OutsideParts outside, boolean demo) {
        super(demo);
        this.sessions = sessions;
        this.accounts = accounts;
        this.outside = outside;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Texts texts = texts(request, response);
        if (WebSession.of(request).isPresent()) {
            signedIn(response, texts);
            return;
        }
        if (first()) {
            response.sendRedirect(WebContext.SETUP);
            return;
        }
        boolean out = "1".equals(request.getParameter("out"));
        page(request, response, 200, out ? said(texts.html("signed-out")) : ended(request, texts), Map.of());
    }

    /** Nobody can sign in to a new installation. Demo users appear by themselves. */
    private boolean first() {
        try {
            return !demo() && accounts.waitsForFirstAdministrator();
        } catch (StoreUnavailableException e) {
            // the page is shown all the same: whoever waits for the database can wait here
            return false;
        }
    }

    private static String said(String html) {
        return "<p role=\"status\">" + html + "</p>\n";
    }

    /** Somebody whose session is over without their doing learns why. */
    private String ended(HttpServletRequest request, Texts texts) {
        return Cookies.value(request, WebSession.COOKIE)
                .flatMap(sessions::ended)
                .map(end -> switch (end.reason()) {
                    case TAKEN_OVER -> alert(texts.get("ended.taken-over"));
                    case IDLE -> said(texts.html("ended.idle"));
                    case TOO_LONG -> said(texts.html("ended.too-long"));
                    case ACCOUNT_CHANGED -> alert(texts.get("ended.account-changed"));
                    case ENDED_OUTSIDE -> said(texts.html("ended.outside"));
                })
                .orElse("");
    }

    @Override
    void sent(HttpServletRequest request, HttpServletResponse response, Texts texts) throws IOException {
        Credentials credentials = new Credentials(
                parameter(request, "username"),
                parameter(request, "password"),
                parameter(request, "otp"),
                parameter(request, "passkey"));
        Outcome<SignedIn> outcome;
        try {
            outcome = sessions.signIn(credentials, request.getRemoteAddr());
        } catch (StoreUnavailableException e) {
            outcome = Outcome.refused(Problem.of(ErrorCode.BUSY));
        }
        switch (outcome) {
            case Outcome.Done<SignedIn> done ->
                begin(request, response, sessions, done.value(), parameter(request, TO));
            case Outcome.Refused<SignedIn> refused ->
                refuse(request, response, refused.problems().getFirst());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        int status = status(problem);
        retryAfter(response, problem);
        page(request, response, status, alert(message(problem, new Texts(Languages.of(request)))), Map.of());
    }

    @Override
    void page(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String above,
            Map<String, String> errors)
            throws IOException {
        Texts texts = texts(request, response);
        String main = above + "<form method=\"post\" action=\"" + WebContext.SIGN_IN + "\">\n"
                + FormGuard.input(request, response)
                + "<input type=\"hidden\" name=\"" + TO + "\" value=\"" + Texts.escape(target(parameter(request, TO)))
                + "\">\n"
                + Field.username().html(texts, parameter(request, "username"), "", Map.of())
                + Field.password("password", "sign-in.password", "current-password")
                        .html(texts, "", "", Map.of())
                + codeField(request, texts)
                + "<button type=\"submit\">" + texts.html("sign-in.submit") + "</button>\n"
                + Passkey.use(texts) + "</form>\n"
                + outside.signIn(request, response, texts, target(parameter(request, TO)))
                + "<p class=\"note\">" + otherWay(request, texts) + "</p>\n"
                + "<p class=\"note\">" + texts.html("sign-in.purpose") + "</p>\n"
                + "<p class=\"note\">" + texts.html("sign-in.help") + "</p>\n";
        page(texts).send(response, status, WebContext.SIGN_IN, "sign-in.title", main);
    }

    private static boolean recovery(HttpServletRequest request) {
        return "1".equals(request.getParameter("recovery"));
    }

    private static String codeField(HttpServletRequest request, Texts texts) {
        return recovery(request)
                ? hidden("recovery", "1") + Passkey.recoveryCode().html(texts, "", "sign-in.recovery.hint", Map.of())
                : Passkey.code().html(texts, "", "sign-in.code.hint", Map.of());
    }

    /** The other kind of code, and the way in for whoever got an enrolment code. */
    private static String otherWay(HttpServletRequest request, Texts texts) {
        String to = URLEncoder.encode(target(parameter(request, TO)), StandardCharsets.UTF_8);
        return "<a href=\"" + WebContext.SIGN_IN + "?to=" + to + (recovery(request) ? "" : "&amp;recovery=1") + "\">"
                + texts.html(recovery(request) ? "sign-in.with-code" : "sign-in.with-recovery") + "</a><br><a href=\""
                + WebContext.ENROL + "\">" + texts.html("sign-in.enrol") + "</a>";
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
