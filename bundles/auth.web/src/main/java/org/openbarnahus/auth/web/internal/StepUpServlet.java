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

/** Proving the second factor again, before something that could do harm in the wrong hands. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern(WebContext.STEP_UP)
public final class StepUpServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String TO = "to";

    private final transient SessionService sessions;
    private final transient OutsideParts outside;

    @Activate
    public StepUpServlet(@Reference SessionService sessions, @Reference OutsideParts outside, BundleContext context) {
        this(sessions, outside, isDemo(context));
    }

    StepUpServlet(SessionService sessions, OutsideParts outside, boolean demo) {
        super(demo);
        this.sessions = sessions;
        this.outside = outside;
    }

    @Override
    boolean behindSignIn() {
        return true;
    }

    @Override
    void sent(HttpServletRequest request, HttpServletResponse response, Texts texts) throws IOException {
        Outcome<SignedIn> outcome;
        try {
            outcome = sessions.stepUp(
                    session(request).orElseThrow(),
                    new Credentials("", "", parameter(request, "otp"), parameter(request, "passkey")),
                    request.getRemoteAddr());
        } catch (StoreUnavailableException e) {
            outcome = Outcome.refused(Problem.of(ErrorCode.BUSY));
        }
        if (outcome instanceof Outcome.Refused<SignedIn> refused) {
            Problem problem = refused.problems().getFirst();
            retryAfter(response, problem);
            String words =
                    problem.code() == ErrorCode.SIGN_IN_FAILED ? texts.get("step-up.wrong") : message(problem, texts);
            page(request, response, status(problem), alert(words), Map.of());
        } else {
            WebSession.renew(request, response, outcome.orElseThrow());
            response.sendRedirect(SignInServlet.target(parameter(request, TO)));
        }
    }

    /** Whoever is led here from another network learns why, and what it means when (s)he did not move. */
    private String moved(HttpServletRequest request, Texts texts) {
        return session(request)
                .flatMap(sessions::gate)
                .filter(code -> code == ErrorCode.STEP_UP_REQUIRED)
                .map(code -> alert(texts.get("step-up.moved")))
                .orElse("");
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
        String to = SignInServlet.target(parameter(request, TO));
        String main = above + moved(request, texts) + "<p>" + texts.html("step-up.intro") + "</p>\n"
                + form(
                        request,
                        response,
                        WebContext.STEP_UP,
                        hidden(TO, to)
                                + Passkey.code().html(texts, "", "step-up.hint", Map.of())
                                + button(texts, "step-up.submit")
                                + Passkey.use(texts))
                + outside.stepUp(request, response, texts, to)
                + "<p class=\"note\"><a href=\"" + Texts.escape(to) + "\">" + texts.html("back") + "</a></p>\n";
        page(texts).send(response, status, "", "step-up.title", main);
    }
}
