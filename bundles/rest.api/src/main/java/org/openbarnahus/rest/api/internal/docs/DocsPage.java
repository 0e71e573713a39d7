// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.docs;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The OpenAPI description as one plain page: no script, no style from elsewhere. */
final class DocsPage {
    /** The page brings its own few style rules and nothing else. */
    static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private static final String HEAD = """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>OpenBarnahus REST</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;
            padding:0 1rem;color:#1d2a2c;background:#fbf9f5}code{background:#eceae3;padding:.1rem .3rem;border-radius:.2rem}
            h2{margin-top:2rem;font-size:1.1rem}.m{font-weight:700;color:#0f5c63}</style>
            """;
    private final JsonNode document;

    DocsPage(JsonNode document) {
        this.document = document;
    }

    String html() {
        StringBuilder html = new StringBuilder(HEAD);
        html.append("<h1>").append(text(document.path("info").path("title"))).append("</h1><p>");
        html.append(text(document.path("info").path("description"))).append("</p>");
        html.append("<p>The description for programs: <a href=\"openapi.json\">openapi.json</a></p>");
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    html.append("<h2><span class=\"m\">")
                            .append(operation.getKey().toUpperCase(Locale.ROOT));
                    html.append("</span> <code>/api/v1")
                            .append(escape(path.getKey()))
                            .append("</code></h2><p>");
                    html.append(text(operation.getValue().path("summary"))).append("</p>");
                }));
        return html.append("</html>").toString();
    }

    private static String text(JsonNode node) {
        return escape(node.asString(""));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
