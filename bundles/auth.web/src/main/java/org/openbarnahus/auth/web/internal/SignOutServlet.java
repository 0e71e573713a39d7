// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.service.SessionService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Ends the session by a form without a token: the cookie and the browser's own headers keep other sites out. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern(WebContext.SIGN_OUT)
public final class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient SessionService sessions;

    @Activate
    public SignOutServlet(@Reference SessionService sessions) {
        this.sessions = sessions;
    }

    /** Somebody typed the address: shows whether they are signed in. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(WebContext.SIGN_IN);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        WebSession.of(request).ifPresent(sessions::signOut);
        WebSession.end(request, response);
        response.sendRedirect(WebContext.SIGN_IN + "?out=1");
    }
}
