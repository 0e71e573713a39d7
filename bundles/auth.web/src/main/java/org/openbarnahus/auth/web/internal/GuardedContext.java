// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.query.SessionEnd;
import org.openbarnahus.core.service.query.SessionEnd.Reason;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/** Lets nobody but signed-in people in, to pages and REST alike, and no write that another site may have caused. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = WebContext.NAME, path = "/")
public final class GuardedContext extends ServletContextHelper {
    private static final String OWNER = "org.openbarnahus.session.id";

    /** What is reached whatever is missing: who one is, and the way out. */
    private static final Set<String> ALWAYS = Set.of(WebContext.SIGN_OUT, "/api/v1/session");

    /** What is reached before the agreement is signed and the training passed. */
    private static final Set<String> BEFORE_THE_GATE =
            Set.of(WebContext.AGREEMENT, WebContext.TRAINING, "/api/v1/agreements", "/api/v1/trainings");

    /** Where a session goes on that was carried to another network: there and nowhere else. */
    private static final Set<String> STEP_UP = Set.of(WebContext.STEP_UP, "/api/v1/session/step-up");

    /** Where it is done. */
    private static final Map<ErrorCode, String> GATE_PAGES = Map.of(
            ErrorCode.AGREEMENT_REQUIRED, WebContext.AGREEMENT,
            ErrorCode.TRAINING_REQUIRED, WebContext.TRAINING,
            ErrorCode.STEP_UP_REQUIRED, WebContext.STEP_UP);

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("gif", "image/gif"),
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("mjs", "text/javascript;charset=utf-8"),
            Map.entry("png", "image/png"),
            Map.entry("svg", "image/svg+xml;charset=utf-8"),
            Map.entry("txt", "text/plain;charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"));

    private final SessionService sessions;
    private final PublicPaths publicPaths;
    private final Rates rates;

    @Activate
    public GuardedContext(
            ComponentContext context,
            @Reference SessionService sessions,
            @Reference PublicPaths publicPaths,
            @Reference Rates rates) {
        this(context.getUsingBundle(), sessions, publicPaths, rates);
    }

    GuardedContext(@Nullable Bundle bundle, SessionService sessions, PublicPaths publicPaths, Rates rates) {
        super(bundle);
        this.rates = rates;
        this.sessions = sessions;
        this.publicPaths = publicPaths;
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        boolean open = publicPaths.contains(path);
        Optional<String> secret = Cookies.value(request, WebSession.COOKIE);
        Optional<Session> session = secret.flatMap(held ->
                OpenPage.selfMade(request) ? sessions.peek(held) : sessions.find(held, request.getRemoteAddr()));
        session.ifPresent(living -> request.setAttribute(WebSession.ATTRIBUTE, living));
        belongsTo(request, session);
        int seconds = rates.tooFast(request, session, OpenPage.clicked(request));
        if (seconds > 0) {
            slowDown(request, response, seconds);
            return false;
        }
        if (session.isEmpty() && !open) {
            refuse(request, response, secret.flatMap(sessions::ended));
            return false;
        }
        if (forged(request, path, open, session)) {
            refuse(request, response, 403, ErrorCode.CSRF);
            return false;
        }
        if (!open && late(request, session)) {
            comeAgain(request, response);
            return false;
        }
        if (!open && session.isPresent() && waits(request, response, session.get())) {
            return false;
        }
        if (session.isPresent() && !OpenPage.selfMade(request) && !rates.enter(request, session.get())) {
            slowDown(request, response, Rates.IN_LINE_SECONDS);
            return false;
        }
        return true;
    }

    @Override
    public void finishSecurity(HttpServletRequest request, HttpServletResponse response) {
        rates.leave(request);
    }

    /**
     * A write under a secret that another one has replaced. The way out is never closed, and what a page asks by itself changes
     * nothing.
     */
    private boolean late(HttpServletRequest request, Optional<Session> session) {
        return CrossSite.writes(request)
                && !OpenPage.selfMade(request)
                && !request.getRequestURI().equals(WebContext.SIGN_OUT)
                && session.filter(sessions::exchanged).isPresent();
    }

    /** Under the secret that the browser has by then. Open pages and programs do so by themselves; a form is shown again. */
    private static void comeAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (form(request)) {
            Unread.forget(request, FrontDoor.MOST);
            response.sendRedirect(request.getRequestURI());
        } else {
            response.setHeader("Retry-After", "1");
            refuse(request, response, 503, ErrorCode.BUSY);
        }
    }

    private static boolean form(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return type.startsWith("application/x-www-form-urlencoded")
                && !Paths.api(request.getRequestURI())
                && OpenPage.asked(request).isEmpty();
    }

    /** Programs are told when to come again; a page does so by itself. */
    private static void slowDown(HttpServletRequest request, HttpServletResponse response, int seconds)
            throws IOException {
        String wait = Integer.toString(seconds);
        response.setHeader("Retry-After", wait);
        if (page(request)) {
            Texts texts = new Texts(Languages.of(request));
            response.setHeader("Refresh", wait);
            String main = "<p role=\"status\">" + texts.html("busy.text") + "</p>\n";
            new Page(texts, false).send(response, 429, "", "busy.title", main);
        } else {
            Unread.forget(request, FrontDoor.MOST);
            ProblemWriter.write(request, response, 429, Problem.at(ErrorCode.TOO_FAST, "", "seconds", wait));
        }
    }

    /** Vaadin's own token guards its pages; REST under the cookie needs ours. Signing in has no session to derive one. */
    private static boolean forged(HttpServletRequest request, String path, boolean open, Optional<Session> session) {
        if (!CrossSite.writes(request)) {
            return false;
        }
        boolean signingIn = open && request.getMethod().equals("POST");
        boolean needsToken = Paths.api(path) && !signingIn;
        return CrossSite.foreign(request)
                || (needsToken
                        && session.filter(living -> !CrossSite.tokenRight(request, living))
                                .isPresent());
    }

    /** The container's session holds the open pages of one person: it ends with that person's session. */
    private static void belongsTo(HttpServletRequest request, Optional<Session> session) {
        HttpSession container = request.getSession(false);
        if (container == null) {
            return;
        }
        Object owner = container.getAttribute(OWNER);
        String id = session.map(Session::id).orElse("");
        if (owner == null) {
            container.setAttribute(OWNER, id);
        } else if (!owner.equals(id)) {
            container.invalidate();
        }
    }

    /** A page goes to sign-in and comes back; what scripts and programs ask is answered with 401. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, Optional<SessionEnd> end)
            throws IOException {
        if (page(request)) {
            response.sendRedirect(withTarget(WebContext.SIGN_IN, request.getRequestURI()));
        } else {
            boolean takenOver =
                    end.filter(known -> known.reason() == Reason.TAKEN_OVER).isPresent();
            response.setHeader("WWW-Authenticate", "Session realm=\"OpenBarnahus\"");
            refuse(request, response, 401, takenOver ? ErrorCode.SESSION_TAKEN_OVER : ErrorCode.SIGNED_OUT);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, ErrorCode code)
            throws IOException {
        Unread.forget(request, FrontDoor.MOST);
        ProblemWriter.write(request, response, status, Problem.of(code));
    }

    /** What everybody has to do before the first page: true when the request has been answered with that. */
    private boolean waits(HttpServletRequest request, HttpServletResponse response, Session session)
            throws IOException {
        if (ALWAYS.contains(request.getRequestURI()) || OpenPage.heartbeat(request)) {
            return false;
        }
        Optional<ErrorCode> gate;
        try {
            gate = sessions.gate(session);
        } catch (StoreUnavailableException e) {
            // without the database there is nothing to see behind the gate either
            refuse(request, response, 503, ErrorCode.BUSY);
            return true;
        }
        if (gate.isEmpty() || leadsOn(request, gate.get())) {
            return false;
        }
        if (page(request)) {
            response.sendRedirect(
                    withTarget(GATE_PAGES.getOrDefault(gate.get(), WebContext.AGREEMENT), request.getRequestURI()));
        } else {
            // an open page loads itself again, and is led to where the second factor is asked for
            refuse(request, response, 403, gate.get());
        }
        return true;
    }

    /** Whether what is missing can be made good there. */
    private static boolean leadsOn(HttpServletRequest request, ErrorCode gate) {
        if (gate != ErrorCode.STEP_UP_REQUIRED) {
            return BEFORE_THE_GATE.contains(request.getRequestURI());
        }
        // what a page asks by itself carries nothing; refused, the open page would take it for the end of the session
        return STEP_UP.contains(request.getRequestURI()) || OpenPage.selfMade(request);
    }

    private static boolean page(HttpServletRequest request) {
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("text/html");
        return request.getMethod().equals("GET")
                && !Paths.api(request.getRequestURI())
                && request.getParameter("v-r") == null
                && (accept.contains("text/html") || accept.contains("*/*"));
    }

    private static String withTarget(String page, String path) {
        return path.equals("/") ? page : page + "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** Nothing of a bundle is served that has none of these endings: what got into a folder by mistake stays there. */
    @Override
    public @Nullable URL getResource(String name) {
        return getMimeType(name) == null ? null : super.getResource(name);
    }

    @Override
    public @Nullable String getMimeType(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
