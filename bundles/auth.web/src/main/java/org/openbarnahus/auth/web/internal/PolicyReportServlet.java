// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Buckets;
import org.openbarnahus.core.security.SourceNetwork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Where browsers report what a policy kept a page from doing. Open to everybody, as the pages are that are reached before
 * sign-in: so it takes little, seldom, and keeps next to nothing.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern(PolicyReportServlet.PATH)
public final class PolicyReportServlet extends HttpServlet {
    static final String PATH = "/csp-report";
    /** Bytes; a browser may send several reports at once. */
    static final int MOST = 32 * 1024;

    private static final long serialVersionUID = 1L;
    private static final Set<String> TYPES = Set.of("application/csp-report", "application/reports+json");
    private static final int A_SECOND = 2;
    private static final int AT_ONCE = 60;

    private final transient PolicyReports reports;
    private final transient Buckets sources = new Buckets(A_SECOND, AT_ONCE);

    @Activate
    public PolicyReportServlet(@Reference PolicyReports reports) {
        this.reports = reports;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int wait = sources.take(SourceNetwork.of(request.getRemoteAddr()), System.nanoTime());
        if (wait > 0) {
            response.setHeader("Retry-After", Integer.toString(wait));
            refuse(request, response, 429, Problem.at(ErrorCode.TOO_FAST, "", "seconds", Integer.toString(wait)));
        } else if (!TYPES.contains(type(request))) {
            refuse(request, response, 415, Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
        } else {
            taken(request, response);
        }
    }

    private void taken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            refuse(request, response, 413, Problem.at(ErrorCode.BODY_TOO_LARGE, "", "max", Integer.toString(MOST)));
        } else if (reports.take(body)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            refuse(request, response, 400, Problem.at(ErrorCode.MALFORMED, "", "detail", "report"));
        }
    }

    private static String type(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, Problem problem)
            throws IOException {
        Unread.forget(request, FrontDoor.MOST);
        ProblemWriter.write(request, response, status, problem);
    }
}
