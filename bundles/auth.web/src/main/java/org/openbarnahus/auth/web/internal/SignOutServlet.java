// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.OutsideSessionService;
import org.openbarnahus.core.service.SessionService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Ends the session by a form without a token: the cookie and the browser's own headers keep other sites out. Whoever came in by an
 * identity provider is led there to sign out, too.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern(WebContext.SIGN_OUT)
public final class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient SessionService sessions;
    private final transient OutsideSessionService outside;

    @Activate
    public SignOutServlet(@Reference SessionService sessions, @Reference OutsideSessionService outside) {
        this.sessions = sessions;
        this.outside = outside;
    }

    /** Somebody typed the address: shows whether they are signed in. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(WebContext.SIGN_IN);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Session> session = WebSession.of(request);
        // before the session ends: afterwards it says nothing any more
        Optional<String> wayOut = session.flatMap(outside::wayOut);
        session.ifPresent(sessions::signOut);
        WebSession.end(request, response);
        if (wayOut.isEmpty()) {
            response.sendRedirect(WebContext.SIGN_IN + "?out=1");
        } else {
            lead(response, new Texts(Languages.of(request)), wayOut.get());
        }
    }

    /** A page that goes on by itself: no form of ours may lead to another site. */
    private static void lead(HttpServletResponse response, Texts texts, String address) throws IOException {
        response.setHeader("Refresh", "0;url=" + address);
        String main = "<p role=\"status\">" + texts.html("outside.out") + "</p>\n<a class=\"button\" href=\""
                + Texts.escape(address) + "\">" + texts.html("outside.go-on") + "</a>\n";
        new Page(texts, false).send(response, 200, "", "outside.title", main);
    }
}
