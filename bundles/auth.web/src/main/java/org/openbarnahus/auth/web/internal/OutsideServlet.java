// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.OutsideAccountService;
import org.openbarnahus.core.service.OutsideSessionService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.gate.OutsideGate;
import org.openbarnahus.core.service.gate.OutsideGate.Arrival;
import org.openbarnahus.core.service.gate.OutsideGate.Departure;
import org.openbarnahus.core.service.gate.OutsideGate.Errand;
import org.openbarnahus.core.service.gate.OutsideGate.Kind;
import org.openbarnahus.core.service.query.SignedIn;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * To the identity provider and back. Leaving is a form of ours. Whoever comes back is led here by another site, so that the
 * browser keeps our session's cookie to itself; a page of ours therefore leads on, and there the errand is done.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern({WebContext.OUTSIDE, OutsideServlet.RETURN, OutsideServlet.DONE})
public final class OutsideServlet extends PageServlet {
    static final String RETURN = WebContext.OUTSIDE + "/return";
    static final String DONE = WebContext.OUTSIDE + "/done";
    static final String COOKIE = "__Host-outside";
    private static final long serialVersionUID = 1L;
    private static final int LIFE_SECONDS = 600;

    private final transient OutsideParts parts;
    private final transient OutsideSessionService sessions;
    private final transient SessionService living;
    private final transient OutsideAccountService accounts;

    @Activate
    public OutsideServlet(
            @Reference OutsideParts parts,
            @Reference OutsideSessionService sessions,
            @Reference SessionService living,
            @Reference OutsideAccountService accounts,
            BundleContext context) {
        this(parts, sessions, living, accounts, isDemo(context));
    }

    OutsideServlet(
            OutsideParts parts,
            OutsideSessionService sessions,
            SessionService living,
            OutsideAccountService accounts,
            boolean demo) {
        super(demo);
        this.parts = parts;
        this.sessions = sessions;
        this.living = living;
        this.accounts = accounts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OutsideGate> provider = parts.provider();
        Optional<String> secret = Cookies.value(request, COOKIE);
        if (provider.isEmpty() || request.getRequestURI().equals(WebContext.OUTSIDE)) {
            response.sendRedirect(WebContext.SIGN_IN);
        } else if (secret.isEmpty()) {
            failed(request, response, Arrival.EXPIRED);
        } else if (request.getRequestURI().equals(RETURN)) {
            back(request, response, provider.get(), secret.get());
        } else {
            settle(request, response, () -> done(request, response, provider.get(), secret.get()));
        }
    }

    /** A HEAD must not use anything up. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "GET, POST");
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private void back(HttpServletRequest request, HttpServletResponse response, OutsideGate provider, String secret)
            throws IOException {
        // a name that is there twice could mean two things: then it is not there
        Map<String, String> answer = request.getParameterMap().entrySet().stream()
                .filter(each -> each.getValue().length == 1)
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()[0]));
        Arrival arrival = provider.arrive(secret, answer);
        if (arrival == Arrival.DONE) {
            lead(response, texts(request, response), DONE, "outside.back");
        } else {
            failed(request, response, arrival);
        }
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, Arrival arrival) throws IOException {
        Texts texts = texts(request, response);
        response.addCookie(Cookies.returning(COOKIE, "", 0));
        String words = switch (arrival) {
            case NO_SECOND_FACTOR -> "outside.no-second-factor";
            case UNREACHABLE -> "outside.unreachable";
            case REFUSED -> "outside.refused";
            default -> "outside.expired";
        };
        again(response, texts, arrival == Arrival.UNREACHABLE ? 503 : 401, texts.get(words));
    }

    private void again(HttpServletResponse response, Texts texts, int status, String words) throws IOException {
        String main = alert(words) + "<a class=\"button\" href=\"" + WebContext.SIGN_IN + "\">"
                + texts.html("outside.again") + "</a>\n";
        page(texts).send(response, status, "", "outside.title", main);
    }

    /** A page that goes on by itself, to an address that no form of ours may lead to. */
    private void lead(HttpServletResponse response, Texts texts, String address, String key) throws IOException {
        response.setHeader("Refresh", "0;url=" + address);
        String main = "<p role=\"status\">" + texts.html(key) + "</p>\n<a class=\"button\" href=\""
                + Texts.escape(address) + "\">" + texts.html("outside.go-on") + "</a>\n";
        page(texts).send(response, 200, "", "outside.title", main);
    }

    private void done(HttpServletRequest request, HttpServletResponse response, OutsideGate provider, String secret)
            throws IOException {
        Optional<Errand> errand = provider.proved(secret).map(OutsideGate.Proved::errand);
        Optional<Session> session = session(request);
        if (errand.isEmpty()) {
            failed(request, response, Arrival.EXPIRED);
            return;
        }
        String target = errand.get().target();
        switch (errand.get().kind()) {
            case SIGN_IN -> signIn(request, response, secret, target);
            case LINK -> finish(request, response, session.map(mine -> accounts.link(mine, secret)), target);
            case STEP_UP -> {
                Optional<Outcome<SignedIn>> proved =
                        session.map(mine -> sessions.stepUp(mine, secret, request.getRemoteAddr()));
                proved.filter(Outcome.Done.class::isInstance)
                        .ifPresent(renewed -> WebSession.renew(request, response, renewed.orElseThrow()));
                finish(request, response, proved, target);
            }
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response, String secret, String target)
            throws IOException {
        switch (sessions.signIn(secret, request.getRemoteAddr())) {
            case Outcome.Done<SignedIn> done -> {
                response.addCookie(Cookies.returning(COOKIE, "", 0));
                begin(request, response, living, done.value(), target);
            }
            case Outcome.Refused<SignedIn> refused -> {
                Problem problem = refused.problems().getFirst();
                retryAfter(response, problem);
                Texts texts = texts(request, response);
                if (problem.code() == ErrorCode.SIGN_IN_FAILED) {
                    page(request, response, 401, alert(texts.get("outside.unknown")), Map.of());
                } else {
                    again(response, texts, status(problem), message(problem, texts));
                }
            }
        }
    }

    private <T> void finish(
            HttpServletRequest request, HttpServletResponse response, Optional<Outcome<T>> outcome, String target)
            throws IOException {
        response.addCookie(Cookies.returning(COOKIE, "", 0));
        if (outcome.isPresent() && outcome.get() instanceof Outcome.Done<T>) {
            response.sendRedirect(SignInServlet.target(target));
            return;
        }
        boolean taken = outcome.filter(each -> each instanceof Outcome.Refused<T> refused
                        && refused.problems().getFirst().code() == ErrorCode.CONTRADICTION)
                .isPresent();
        Texts texts = texts(request, response);
        again(response, texts, 403, texts.get(taken ? "outside.taken" : "outside.refused"));
    }

    @Override
    void sent(HttpServletRequest request, HttpServletResponse response, Texts texts) throws IOException {
        Optional<OutsideGate> provider = parts.provider();
        if (provider.isEmpty()) {
            response.sendRedirect(WebContext.SIGN_IN);
        } else if (request.getRequestURI().equals(DONE)) {
            settle(request, response, () -> enrol(request, response, texts));
        } else if (parameter(request, OutsideParts.FOR).equals("unlink")) {
            settle(request, response, () -> unlink(request, response));
        } else {
            leave(request, response, provider.get(), texts);
        }
    }

    private void enrol(HttpServletRequest request, HttpServletResponse response, Texts texts) throws IOException {
        String secret = Cookies.value(request, COOKIE).orElse("");
        Outcome<String> outcome = accounts.enrol(
                secret, parameter(request, "username"), parameter(request, "code"), request.getRemoteAddr());
        if (outcome instanceof Outcome.Refused<String> refused) {
            Problem problem = refused.problems().getFirst();
            retryAfter(response, problem);
            page(request, response, status(problem), alert(message(problem, texts)), Map.of());
        } else {
            signIn(request, response, secret, "/");
        }
    }

    private void unlink(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Session> session = session(request);
        if (session.isPresent() && accounts.unlink(session.get()) instanceof Outcome.Refused<Boolean> refused) {
            boolean stale = refused.problems().getFirst().code() == ErrorCode.STEP_UP_REQUIRED;
            response.sendRedirect((stale ? WebContext.STEP_UP + "?to=" : "") + WebContext.ACCOUNT);
        } else {
            response.sendRedirect(WebContext.ACCOUNT);
        }
    }

    private void leave(HttpServletRequest request, HttpServletResponse response, OutsideGate provider, Texts texts)
            throws IOException {
        Kind kind = switch (parameter(request, OutsideParts.FOR)) {
            case "link" -> Kind.LINK;
            case "step-up" -> Kind.STEP_UP;
            default -> Kind.SIGN_IN;
        };
        Optional<Session> session = session(request);
        if (kind != Kind.SIGN_IN && session.isEmpty()) {
            response.sendRedirect(WebContext.SIGN_IN);
            return;
        }
        String target = SignInServlet.target(parameter(request, OutsideParts.TO));
        Errand errand = new Errand(
                kind, kind == Kind.SIGN_IN ? "" : session.map(Session::id).orElse(""), target);
        if (provider.depart(errand, request.getRemoteAddr()) instanceof Outcome.Done<Departure> away) {
            response.addCookie(Cookies.returning(COOKIE, away.value().secret(), LIFE_SECONDS));
            lead(response, texts, away.value().address(), "outside.away");
        } else {
            again(response, texts, 503, texts.get("outside.unreachable"));
        }
    }

    /** Nobody is known to us yet who came back: a manager's one-time code says whose account it is to be. */
    @Override
    void page(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String above,
            Map<String, String> errors)
            throws IOException {
        Texts texts = texts(request, response);
        if (!request.getRequestURI().equals(DONE)) {
            again(response, texts, status, texts.get("outside.expired"));
            return;
        }
        String fields = Field.username().html(texts, parameter(request, "username"), "", errors)
                + Field.text("code", "enrol.code").html(texts, "", "enrol.code.hint", errors)
                + button(texts, "outside.enrol");
        String main = above + "<p>" + texts.html("outside.enrol.intro") + "</p>\n"
                + form(request, response, DONE, fields) + "<p class=\"note\"><a href=\"" + WebContext.SIGN_IN + "\">"
                + texts.html("outside.again") + "</a></p>\n";
        page(texts).send(response, status, "", "outside.title", main);
    }

    /** Something that needs the database. */
    private interface Step {
        void run() throws IOException;
    }

    private void settle(HttpServletRequest request, HttpServletResponse response, Step step) throws IOException {
        try {
            step.run();
        } catch (StoreUnavailableException e) {
            Texts texts = texts(request, response);
            again(response, texts, 503, texts.get("later"));
        }
    }
}
