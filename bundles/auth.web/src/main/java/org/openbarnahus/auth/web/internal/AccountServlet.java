// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.AccountEventService;
import org.openbarnahus.core.service.MyAccountService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.query.MyAccount;
import org.openbarnahus.core.service.query.OwnSession;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** My account: sessions, last sign-ins, password, recovery codes, passkeys. Changes need a fresh second factor. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern(WebContext.ACCOUNT)
public final class AccountServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    private final transient SessionService sessions;
    private final transient MyAccountService accounts;
    private final transient AccountEventService events;
    private final transient OutsideParts outside;

    @Activate
    public AccountServlet(
            @Reference SessionService sessions,
            @Reference MyAccountService accounts,
            @Reference AccountEventService events,
            @Reference OutsideParts outside,
            BundleContext context) {
        this(sessions, accounts, events, outside, isDemo(context));
    }

    AccountServlet(
            SessionService sessions,
            MyAccountService accounts,
            AccountEventService events,
            OutsideParts outside,
            boolean demo) {
        super(demo);
        this.sessions = sessions;
        this.accounts = accounts;
        this.events = events;
        this.outside = outside;
    }

    @Override
    boolean behindSignIn() {
        return true;
    }

    @Override
    void sent(HttpServletRequest request, HttpServletResponse response, Texts texts) throws IOException {
        Session session = session(request).orElseThrow();
        try {
            switch (parameter(request, "do")) {
                case "password" -> password(request, response, session, texts);
                case "codes" -> codes(request, response, session, texts);
                case "passkey" ->
                    answer(
                            request,
                            response,
                            texts,
                            accounts.addPasskey(session, parameter(request, "passkey"), parameter(request, "name")),
                            "account.passkey.added");
                case "remove" ->
                    answer(
                            request,
                            response,
                            texts,
                            accounts.removePasskey(session, parameter(request, "id")),
                            "account.passkey.removed");
                case "end" -> end(request, response, session);
                default -> page(request, response, 200, "", Map.of());
            }
        } catch (StoreUnavailableException e) {
            page(texts).send(response, 503, "", "account.title", alert(texts.get("later")));
        }
    }

    /** There is one session at a time: the one that is ended is the own one, unless another sign-in has ended it already. */
    private void end(HttpServletRequest request, HttpServletResponse response, Session session) throws IOException {
        if (sessions.end(session, parameter(request, "id")) instanceof Outcome.Done<OwnSession> done
                && done.value().current()) {
            WebSession.end(request, response);
            response.sendRedirect(WebContext.SIGN_IN + "?out=1");
        } else {
            page(request, response, 200, "", Map.of());
        }
    }

    private void password(HttpServletRequest request, HttpServletResponse response, Session session, Texts texts)
            throws IOException {
        String next = parameter(request, "password");
        if (!next.equals(parameter(request, "again"))) {
            page(request, response, 422, "", Map.of("again", texts.get("setup.password-again.differs")));
            return;
        }
        answer(
                request,
                response,
                texts,
                accounts.changePassword(session, parameter(request, "current"), next, request.getRemoteAddr()),
                "account.password.changed");
    }

    private void codes(HttpServletRequest request, HttpServletResponse response, Session session, Texts texts)
            throws IOException {
        switch (accounts.issueRecoveryCodes(session)) {
            case Outcome.Done<List<String>> done ->
                page(texts)
                        .send(
                                response,
                                200,
                                "",
                                "account.title",
                                RecoveryCodes.html(texts, done.value()) + "<a class=\"button\" href=\""
                                        + WebContext.ACCOUNT + "\">" + texts.html("back") + "</a>\n");
            case Outcome.Refused<List<String>> refused -> refuse(request, response, texts, refused.problems());
        }
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            Texts texts,
            Outcome<MyAccount> outcome,
            String doneKey)
            throws IOException {
        switch (outcome) {
            case Outcome.Done<MyAccount> done ->
                page(request, response, 200, "<p role=\"status\">" + texts.html(doneKey) + "</p>\n", Map.of());
            case Outcome.Refused<MyAccount> refused -> refuse(request, response, texts, refused.problems());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Texts texts, List<Problem> problems)
            throws IOException {
        Problem problem = problems.getFirst();
        if (problem.code() == ErrorCode.STEP_UP_REQUIRED) {
            response.sendRedirect(WebContext.STEP_UP + "?to=" + WebContext.ACCOUNT);
            return;
        }
        retryAfter(response, problem);
        String words = message(problem, texts);
        boolean atField = !problem.path().isEmpty();
        page(
                request,
                response,
                status(problem),
                atField ? "" : alert(words),
                atField ? Map.of(problem.path(), words) : Map.of());
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
        Session session = session(request).orElseThrow();
        String main;
        try {
            Outcome<MyAccount> mine = accounts.mine(session);
            Outcome<String> options = accounts.beginPasskey(session);
            Optional<String> fresh = options instanceof Outcome.Done<String> done
                    ? Optional.of(done.value())
                    : options instanceof Outcome.Refused<String> refused
                                    && refused.problems().getFirst().code() == ErrorCode.TOO_MANY
                            ? Optional.of("")
                            : Optional.empty();
            main = above
                    + new AccountPage(texts, errors, fields -> form(request, response, WebContext.ACCOUNT, fields))
                            .html(
                                    mine.orElseThrow(),
                                    sessions.mine(session).orElseThrow(),
                                    events.lately(session).orElseThrow(),
                                    fresh)
                    + outside.account(request, response, texts, fresh.isPresent());
        } catch (StoreUnavailableException e) {
            main = alert(texts.get("later"));
        }
        page(texts).send(response, status, WebContext.ACCOUNT, "account.title", main);
    }
}
