// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Page policy without unsafe-eval: Flow's calls of the Function constructor are answered by functions.js, which holds every
 * function of the application by its source text. Nothing loosens it: whoever collects new ones does so in a browser that is
 * told to look away (src/csp).
 */
final class ContentSecurityPolicy implements IndexHtmlRequestListener {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Document page = response.getDocument();
        page.head().prependElement("script").attr("src", "/shell/session.js");
        page.head().prependElement("script").attr("src", "/shell/functions.js");
        page.getElementsByTag("script").attr("nonce", nonce);
        @Nullable VaadinSession session = VaadinSession.getCurrent();
        if (session != null) {
            page.getElementsByTag("html").attr("lang", session.getLocale().getLanguage());
        }
        page.head().appendElement("link").attr("rel", "icon").attr("href", "/shell/icon.svg");
        response.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
        response.getVaadinResponse().setHeader("Cache-Control", "no-store");
    }

    static String policy(String nonce) {
        return "default-src 'self'; script-src 'self' 'nonce-" + nonce
                + "'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'"
                + "; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";
    }
}
