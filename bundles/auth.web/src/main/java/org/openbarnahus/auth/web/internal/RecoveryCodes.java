// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Fresh recovery codes, shown once: to print, to write down, to save. */
final class RecoveryCodes {
    private RecoveryCodes() {}

    static String html(Texts texts, List<String> codes) {
        String file = "OpenBarnahus\r\n" + String.join("\r\n", codes) + "\r\n";
        return "<section class=\"codes\"><h2>" + texts.html("recovery.title") + "</h2>\n<p>"
                + texts.html("recovery.once") + "</p>\n<ol>"
                + codes.stream()
                        .map(code -> "<li><code>" + Texts.escape(code) + "</code></li>")
                        .collect(Collectors.joining())
                + "</ol>\n<p class=\"note\"><a download=\"openbarnahus-recovery-codes.txt\" href=\"data:text/plain,"
                + URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20") + "\">"
                + texts.html("recovery.save") + "</a> · " + texts.html("recovery.print") + "</p></section>\n";
    }
}
