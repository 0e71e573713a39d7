// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.core.service.MyAccountService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The script for passkeys, and a fresh challenge that is the same for everybody. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern({PasskeyServlet.SCRIPT, PasskeyServlet.CHALLENGE})
public final class PasskeyServlet extends HttpServlet {
    static final String SCRIPT = WebContext.SIGN_IN + "/passkey.js";
    static final String CHALLENGE = WebContext.SIGN_IN + "/passkey";
    private static final long serialVersionUID = 1L;

    private final transient MyAccountService accounts;
    private final byte[] script;

    @Activate
    public PasskeyServlet(@Reference MyAccountService accounts) throws IOException {
        this.accounts = accounts;
        try (InputStream in = Objects.requireNonNull(PasskeyServlet.class.getResourceAsStream("passkey.js"))) {
            script = in.readAllBytes();
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean asked = request.getRequestURI().equals(CHALLENGE);
        byte[] bytes = asked ? accounts.passkeyChallenge().getBytes(StandardCharsets.UTF_8) : script;
        response.setContentType(asked ? "application/json" : "text/javascript;charset=UTF-8");
        response.setHeader("Cache-Control", asked ? "no-store" : "public, max-age=3600");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
