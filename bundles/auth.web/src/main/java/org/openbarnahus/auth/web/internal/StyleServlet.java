// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.openbarnahus.auth.web.WebContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The style sheet of our pages. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(WebContext.SELECT)
@HttpWhiteboardServletPattern(PublicPaths.STYLE)
public final class StyleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final byte[] css;

    @Activate
    public StyleServlet() throws IOException {
        try (InputStream in = Objects.requireNonNull(StyleServlet.class.getResourceAsStream("style.css"))) {
            css = in.readAllBytes();
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/css;charset=UTF-8");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setContentLength(css.length);
        response.getOutputStream().write(css);
    }
}
