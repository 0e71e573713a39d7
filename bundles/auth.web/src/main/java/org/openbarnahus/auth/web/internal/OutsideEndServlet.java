// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.core.service.OutsideSessionService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Where the identity provider itself says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0, 2.5 to 2.8).
 * No browser comes here; what is said is signed.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern(OutsideEndServlet.PATH)
public final class OutsideEndServlet extends HttpServlet {
    static final String PATH = WebContext.OUTSIDE + "/logout";
    private static final long serialVersionUID = 1L;

    private final transient OutsideSessionService outside;

    @Activate
    public OutsideEndServlet(@Reference OutsideSessionService outside) {
        this.outside = outside;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean believed = Optional.ofNullable(request.getParameter("logout_token"))
                .filter(outside::signedOutThere)
                .isPresent();
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(believed ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
        if (!believed) {
            response.setContentType("application/json");
            response.getOutputStream().write("{\"error\":\"invalid_request\"}".getBytes(StandardCharsets.UTF_8));
        }
    }
}
