// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.SourceNetwork;
import org.openbarnahus.core.service.store.AnswerBy;
import org.openbarnahus.core.service.store.CallerAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/** What holds for every request, also for those that no context answers: headers, methods, plain paths, sizes. */
@Component(service = Preprocessor.class)
public final class FrontDoor implements Preprocessor {
    static final long MOST = 1024L * 1024;
    /**
     * Everybody is answered within ten seconds, whatever the database does: what is under way at this time is finished or given
     * up soon. What carries a file takes the time it needs.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    static final long MOST_IMPORTED = 20 * MOST;
    /** So much of a body that is refused is still taken off the wire, and forgotten. */
    static final long MOST_FORGOTTEN = 2 * MOST_IMPORTED;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    /** Pages that need more say so themselves; everything else gets the least. */
    private static final Map<String, String> HEADERS = Map.ofEntries(
            Map.entry("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
            Map.entry("X-Content-Type-Options", "nosniff"),
            Map.entry("X-Frame-Options", "DENY"),
            Map.entry("Referrer-Policy", "no-referrer"),
            Map.entry("Cross-Origin-Opener-Policy", "same-origin"),
            Map.entry("Cross-Origin-Resource-Policy", "same-origin"),
            Map.entry(
                    "Permissions-Policy",
                    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()"),
            Map.entry("Cache-Control", "no-store"),
            Map.entry("Reporting-Endpoints", ReportingResponse.ENDPOINT),
            Map.entry(
                    ReportingResponse.POLICY,
                    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"));

    /** Seconds until a page that came too early asks again. */
    private static final String SOON = "2";

    private final BooleanSupplier ready;
    private final Proxies proxies;
    private final RefusalCounter refusals;
    private final Senders senders = new Senders();

    @Activate
    public FrontDoor(@Reference Readiness ready, @Reference Proxies proxies, @Reference RefusalCounter refusals) {
        this((BooleanSupplier) ready, proxies, refusals);
    }

    FrontDoor(BooleanSupplier ready, Proxies proxies, RefusalCounter refusals) {
        this.ready = ready;
        this.proxies = proxies;
        this.refusals = refusals;
    }

    /** Felix HTTP has no setting for SameSite. This is Jetty's own context, where Jetty looks for its default. */
    @Override
    public void init(FilterConfig config) {
        config.getServletContext().setAttribute("org.eclipse.jetty.cookie.sameSiteDefault", "STRICT");
    }

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anyRequest;
        HttpServletResponse response = new ReportingResponse((HttpServletResponse) anyResponse);
        HEADERS.forEach(response::setHeader);
        try {
            receive(request, response, chain);
        } finally {
            refusals.answered(request, response.getStatus());
        }
    }

    /** Whoever sends a body takes a thread until it is there: one network takes no more than its share. */
    private void receive(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String caller = proxies.caller(request);
        String network = SourceNetwork.of(caller);
        if (!sends(request)) {
            admit(request, response, chain, caller);
        } else if (senders.enter(network)) {
            try {
                admit(request, response, chain, caller);
            } finally {
                senders.leave(network);
            }
        } else {
            // whatever is long or slow is not waited for
            Unread.forgetLittle(request);
            response.setHeader("Connection", "close");
            response.setHeader("Retry-After", SOON);
            ProblemWriter.write(request, response, 503, Problem.of(ErrorCode.BUSY));
        }
    }

    private static boolean sends(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > 0
                || request.getHeader("Transfer-Encoding") != null
                || length < 0
                        && !request.getMethod().equals("GET")
                        && !request.getMethod().equals("HEAD");
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String caller)
            throws IOException, ServletException {
        long limit = limit(request);
        LimitedRequest limited = new LimitedRequest(request, limit, caller);
        Optional<String> illegible = Legible.not(request);
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE");
            ProblemWriter.write(request, response, 405, Problem.of(ErrorCode.METHOD_NOT_ALLOWED));
        } else if (!Paths.plain(request.getRequestURI())) {
            ProblemWriter.write(request, response, 400, Problem.at(ErrorCode.MALFORMED, "", "detail", "path"));
        } else if (illegible.isPresent()) {
            Unread.forget(request, MOST_FORGOTTEN);
            illegible(request, response, illegible.get());
        } else if (request.getContentLengthLong() > limit) {
            Unread.forget(request, MOST_FORGOTTEN);
            tooLarge(request, response, limit);
        } else if (!request.getRequestURI().equals(PublicPaths.STYLE) && !ready.getAsBoolean()) {
            notYet(request, response);
        } else if (!Legible.form(limited)) {
            illegible(request, response, "form");
        } else {
            pass(limited, response, chain, limit);
        }
    }

    private static void pass(LimitedRequest request, HttpServletResponse response, FilterChain chain, long limit)
            throws IOException, ServletException {
        if (limit == MOST) {
            AnswerBy.within(PATIENCE);
        }
        CallerAddress.is(request.getRemoteAddr());
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!request.exceeded() || response.isCommitted()) {
                throw e;
            }
            response.resetBuffer();
            tooLarge(request, response, limit);
        } finally {
            CallerAddress.answered();
            AnswerBy.answered();
            if (request.exceeded()) {
                Unread.forget((HttpServletRequest) request.getRequest(), MOST_FORGOTTEN);
            }
        }
    }

    /** Programs are told to come again; a page does so by itself. */
    private static void notYet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Unread.forget(request, MOST_FORGOTTEN);
        response.setHeader("Retry-After", SOON);
        String accepted = request.getHeader("Accept");
        if (request.getMethod().equals("GET") && accepted != null && accepted.contains("text/html")) {
            Texts texts = new Texts(Languages.of(request));
            response.setHeader("Refresh", SOON);
            String main = "<p role=\"status\">" + texts.html("starting.text") + "</p>\n";
            new Page(texts, false).send(response, 503, "", "starting.title", main);
        } else {
            ProblemWriter.write(request, response, 503, Problem.of(ErrorCode.BUSY));
        }
    }

    private static void illegible(HttpServletRequest request, HttpServletResponse response, String part)
            throws IOException {
        ProblemWriter.write(request, response, 400, Problem.at(ErrorCode.MALFORMED, "", "detail", part));
    }

    private static void tooLarge(HttpServletRequest request, HttpServletResponse response, long limit)
            throws IOException {
        response.setHeader("Connection", "close");
        ProblemWriter.write(
                request, response, 413, Problem.at(ErrorCode.BODY_TOO_LARGE, "", "max", Long.toString(limit)));
    }

    /** Bytes; imports and the uploads of pages carry files. */
    static long limit(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean file = path.equals("/api/v1/imports")
                || path.startsWith("/api/v1/imports/")
                || path.startsWith("/VAADIN/dynamic/resource/");
        return file ? MOST_IMPORTED : OpenPage.waits(request) ? 0 : MOST;
    }
}
