// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openbarnahus.auth.web.WebContext;

/** The frame around our few pages. They need no script, and their policy allows none. */
final class Page {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** For the pages that use passkeys: one script of our own, in a file. */
    private static final String WITH_SCRIPT = POLICY + "; script-src 'self'; connect-src 'self'";

    private static final String SCRIPT = "<script src=\"" + PasskeyServlet.SCRIPT + "\" defer></script>\n";

    private final Texts texts;
    private final boolean demo;
    private final boolean signedIn;

    Page(Texts texts, boolean demo) {
        this(texts, demo, false);
    }

    /**
     * @param signedIn whether it is behind sign-in: then the way out is on it
     */
    Page(Texts texts, boolean demo, boolean signedIn) {
        this.texts = texts;
        this.demo = demo;
        this.signedIn = signedIn;
    }

    /**
     * @param path where the page is, for the language links; empty for a page that cannot be loaded again
     * @param main HTML
     */
    void send(HttpServletResponse response, int status, String path, String titleKey, String main) throws IOException {
        byte[] bytes = html(path, titleKey, main).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", main.contains(Passkey.MARK) ? WITH_SCRIPT : POLICY);
        response.setHeader("Content-Language", texts.locale().toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private String html(String path, String titleKey, String main) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · %s</title>
                <link rel="stylesheet" href="%s">
                %s</head>
                <body>
                <p class="old-browser" role="alert">%s</p>
                %s<header><p class="brand">%s</p><p class="tagline">%s</p></header>
                <main>
                <h1>%s</h1>
                %s</main>
                %s%s
                </body>
                </html>
                """.formatted(
                        texts.locale().toLanguageTag(),
                        texts.html(titleKey),
                        texts.html("title"),
                        PublicPaths.STYLE,
                        main.contains(Passkey.MARK) ? SCRIPT : "",
                        texts.html("old-browser"),
                        demo ? "<p class=\"demo\">" + texts.html("demo") + "</p>\n" : "",
                        texts.html("title"),
                        texts.html("tagline"),
                        texts.html(titleKey),
                        main,
                        signedIn ? signOut() : "",
                        path.isEmpty() ? "" : languages(path));
    }

    /** After the page in its text, so that its own forms come first, and above it to look at. */
    private String signOut() {
        return "<form class=\"out\" method=\"post\" action=\"" + WebContext.SIGN_OUT
                + "\"><button class=\"second\" type=\"submit\">" + texts.html("signed-in.sign-out")
                + "</button></form>";
    }

    private String languages(String path) {
        String links = Languages.ALL.stream()
                .map(locale -> "<li><a href=\"" + path + "?lang=" + locale.getLanguage() + "\" lang=\""
                        + locale.getLanguage() + "\" hreflang=\"" + locale.getLanguage() + "\""
                        + (locale.equals(texts.locale()) ? " aria-current=\"true\"" : "") + ">" + own(locale)
                        + "</a></li>")
                .collect(Collectors.joining());
        return "<footer><nav aria-label=\"" + texts.html("language") + "\"><ul>" + links + "</ul></nav></footer>";
    }

    private static String own(Locale locale) {
        return switch (locale.getLanguage()) {
            case "sv" -> "Svenska";
            case "nb" -> "Norsk";
            default -> "English";
        };
    }
}
