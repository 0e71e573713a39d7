// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.MyAccountService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.command.Enrol;
import org.openbarnahus.core.service.query.Enrolled;
import org.openbarnahus.core.service.query.Enrolment;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The one-time code from a manager, and a password; then, once, the second factor and the recovery codes. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern(WebContext.ENROL)
public final class EnrolServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient MyAccountService accounts;

    @Activate
    public EnrolServlet(@Reference MyAccountService accounts, BundleContext context) {
        this(accounts, isDemo(context));
    }

    EnrolServlet(MyAccountService accounts, boolean demo) {
        super(demo);
        this.accounts = accounts;
    }

    @Override
    void sent(HttpServletRequest request, HttpServletResponse response, Texts texts) throws IOException {
        if (!parameter(request, "password").equals(parameter(request, "again"))) {
            page(request, response, 422, "", Map.of("again", texts.get("setup.password-again.differs")));
            return;
        }
        Outcome<Enrolled> outcome;
        try {
            outcome = accounts.enrol(
                    new Enrol(
                            parameter(request, "username"), parameter(request, "code"), parameter(request, "password")),
                    request.getRemoteAddr());
        } catch (StoreUnavailableException e) {
            outcome = Outcome.refused(Problem.of(ErrorCode.STORE_UNAVAILABLE));
        }
        switch (outcome) {
            case Outcome.Done<Enrolled> done -> enrolled(response, texts, done.value());
            case Outcome.Refused<Enrolled> refused -> {
                Problem problem = refused.problems().getFirst();
                retryAfter(response, problem);
                String words = message(problem, texts);
                page(
                        request,
                        response,
                        status(problem),
                        problem.path().isEmpty() ? alert(words) : "",
                        problem.path().isEmpty() ? Map.of() : Map.of(problem.path(), words));
            }
        }
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
        String fields = Field.username().html(texts, parameter(request, "username"), "", errors)
                + Field.text("code", "enrol.code").html(texts, parameter(request, "code"), "enrol.code.hint", errors)
                + Field.password("password", "account.password.next", "new-password")
                        .html(texts, "", "setup.password.hint", errors)
                + Field.password("again", "setup.password-again", "new-password")
                        .html(texts, "", "", errors)
                + button(texts, "enrol.submit");
        String main = above + "<p>" + texts.html("enrol.intro") + "</p>\n"
                + form(request, response, WebContext.ENROL, fields);
        page(texts).send(response, status, WebContext.ENROL, "enrol.title", main);
    }

    private void enrolled(HttpServletResponse response, Texts texts, Enrolled enrolled) throws IOException {
        Enrolment factor = enrolled.secondFactor();
        String main = "<p>" + texts.html("setup.done.intro") + "</p>\n"
                + QrCode.svg(factor.uri(), texts.html("setup.done.qr"))
                + "<p>" + texts.html("setup.done.secret") + "</p>\n<code>"
                + Texts.escape(factor.secret().replaceAll("(.{4})(?=.)", "$1 ")) + "</code>\n"
                + RecoveryCodes.html(texts, enrolled.recoveryCodes())
                + "<a class=\"button\" href=\"" + WebContext.SIGN_IN + "\">" + texts.html("setup.done.go") + "</a>\n";
        // no language links: the secrets would be gone
        page(texts).send(response, 200, "", "setup.done.title", main);
    }
}
