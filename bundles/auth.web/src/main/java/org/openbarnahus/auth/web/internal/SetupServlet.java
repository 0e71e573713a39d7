// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.AccountService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.command.FirstAdministrator;
import org.openbarnahus.core.service.query.Enrolment;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The very first page: the one-time code, the Barnahus, the first account, then its second factor. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern(WebContext.SETUP)
public final class SetupServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient AccountService accounts;

    @Activate
    public SetupServlet(@Reference AccountService accounts, BundleContext context) {
        this(accounts, isDemo(context));
    }

    SetupServlet(AccountService accounts, boolean demo) {
        super(demo);
        this.accounts = accounts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Texts texts = texts(request, response);
        try {
            if (accounts.waitsForFirstAdministrator()) {
                page(request, response, 200, "", Map.of());
            } else {
                over(response, texts);
            }
        } catch (StoreUnavailableException e) {
            page(request, response, 503, alert(message(Problem.of(ErrorCode.BUSY), texts)), Map.of());
        }
    }

    @Override
    void sent(HttpServletRequest request, HttpServletResponse response, Texts texts) throws IOException {
        if (!parameter(request, "password").equals(parameter(request, "again"))) {
            page(
                    request,
                    response,
                    422,
                    alert(texts.get("errors")),
                    Map.of("again", texts.get("setup.password-again.differs")));
            return;
        }
        try {
            if (accounts.waitsForFirstAdministrator()) {
                create(request, response, texts);
            } else {
                over(response, texts);
            }
        } catch (StoreUnavailableException e) {
            page(request, response, 503, alert(message(Problem.of(ErrorCode.STORE_UNAVAILABLE), texts)), Map.of());
        }
    }

    private void create(HttpServletRequest request, HttpServletResponse response, Texts texts) throws IOException {
        Outcome<Enrolment> outcome = accounts.createFirstAdministrator(new FirstAdministrator(
                parameter(request, "code"),
                parameter(request, "serviceCode").strip().toUpperCase(Locale.ROOT),
                parameter(request, "serviceName").strip(),
                parameter(request, "country"),
                parameter(request, "username"),
                parameter(request, "password")));
        switch (outcome) {
            case Outcome.Done<Enrolment> done -> enrolled(response, texts, done.value());
            case Outcome.Refused<Enrolment> refused -> {
                Map<String, String> errors = new HashMap<>();
                refused.problems().forEach(problem -> errors.putIfAbsent(problem.path(), words(problem, texts)));
                boolean whole = errors.containsKey("");
                page(
                        request,
                        response,
                        whole ? 503 : 422,
                        alert(whole ? errors.getOrDefault("", "") : texts.get("errors")),
                        errors);
            }
        }
    }

    private static String words(Problem problem, Texts texts) {
        return problem.path().equals("serviceCode") ? texts.get("setup.service-code.wrong") : message(problem, texts);
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
        SetupForm form = new SetupForm(texts, name -> parameter(request, name), errors);
        String main = above + "<p>" + texts.html("setup.intro") + "</p>\n"
                + form.html(FormGuard.input(request, response), accounts.countries());
        page(texts).send(response, status, WebContext.SETUP, "setup.title", main);
    }

    private void over(HttpServletResponse response, Texts texts) throws IOException {
        String main = "<p>" + texts.html("setup.over.intro") + "</p>\n" + toSignIn(texts);
        page(texts).send(response, 404, WebContext.SETUP, "setup.over.title", main);
    }

    private void enrolled(HttpServletResponse response, Texts texts, Enrolment enrolment) throws IOException {
        String main = "<p>" + texts.html("setup.done.intro") + "</p>\n"
                + QrCode.svg(enrolment.uri(), texts.html("setup.done.qr"))
                + "<p>" + texts.html("setup.done.secret") + "</p>\n<code>"
                + Texts.escape(enrolment.secret().replaceAll("(.{4})(?=.)", "$1 ")) + "</code>\n"
                + "<p>" + texts.html("setup.done.uri") + " <a href=\"" + Texts.escape(enrolment.uri()) + "\">"
                + texts.html("setup.done.open") + "</a></p>\n"
                + toSignIn(texts);
        // no language links: the secret would be gone
        page(texts).send(response, 200, "", "setup.done.title", main);
    }

    private static String toSignIn(Texts texts) {
        return "<a class=\"button\" href=\"" + WebContext.SIGN_IN + "\">" + texts.html("setup.done.go") + "</a>\n";
    }
}
