// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of a report: a directive by its name, and the origin of what was blocked. No path, no query, no sample: a report
 * holds addresses of pages, and whatever somebody who forges one writes into it.
 */
record Violation(String directive, String origin) {
    static final String OTHER = "other";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST = 50;
    private static final Set<String> DIRECTIVES = Set.of(
            "base-uri",
            "child-src",
            "connect-src",
            "default-src",
            "font-src",
            "form-action",
            "frame-ancestors",
            "frame-src",
            "img-src",
            "manifest-src",
            "media-src",
            "object-src",
            "script-src",
            "script-src-attr",
            "script-src-elem",
            "style-src",
            "style-src-attr",
            "style-src-elem",
            "worker-src",
            "require-trusted-types-for",
            "trusted-types");
    private static final Set<String> WORDS =
            Set.of("inline", "eval", "wasm-eval", "self", "data", "blob", "filesystem", "about", "file");
    private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");
    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]{1,100}|\\[[0-9a-f:.]{2,45}]");
    /** What people have added to their browsers breaks policies all day, and is no affair of the page. */
    private static final Pattern EXTENSION = Pattern.compile("(?i)[a-z-]*extension(:.*)?");

    /** All of a body, in the old form or the new; empty when it is neither. */
    static Optional<List<Violation>> all(byte[] body) {
        JsonNode json;
        try {
            json = MAPPER.readTree(body);
        } catch (JacksonException e) {
            return Optional.empty();
        }
        if (json == null || !json.isArray() && !json.path("csp-report").isObject()) {
            return Optional.empty();
        }
        List<Violation> found = new ArrayList<>();
        if (json.isArray()) {
            for (JsonNode report : json) {
                if (report.path("type").asString("").equals("csp-violation") && found.size() < MOST) {
                    JsonNode its = report.path("body");
                    of(its.path("effectiveDirective"), its.path("blockedURL")).ifPresent(found::add);
                }
            }
        } else {
            JsonNode its = json.path("csp-report");
            JsonNode directive = its.path("effective-directive");
            of(directive.isString() ? directive : its.path("violated-directive"), its.path("blocked-uri"))
                    .ifPresent(found::add);
        }
        return Optional.of(found);
    }

    private static Optional<Violation> of(JsonNode directive, JsonNode blocked) {
        String what = blocked.asString("");
        if (EXTENSION.matcher(what).matches()) {
            return Optional.empty();
        }
        String name = directive.asString("").strip().toLowerCase(Locale.ROOT);
        int space = name.indexOf(' ');
        String first = space < 0 ? name : name.substring(0, space);
        return Optional.of(new Violation(DIRECTIVES.contains(first) ? first : OTHER, origin(what)));
    }

    private static String origin(String blocked) {
        String lower = blocked.strip().toLowerCase(Locale.ROOT);
        int colon = lower.indexOf(':');
        String scheme = colon < 0 ? lower : lower.substring(0, colon);
        if (WORDS.contains(scheme)) {
            return scheme;
        }
        if (!SCHEMES.contains(scheme)) {
            return OTHER;
        }
        try {
            // only as far as the host: what follows may be no address by the letter of RFC 3986, and is not looked at
            String[] parts = lower.split("[/?#\\\\]", 4);
            URI uri = URI.create(scheme + "://" + (parts.length > 2 ? parts[2] : ""));
            String host = Optional.ofNullable(uri.getHost()).orElse("");
            return HOST.matcher(host).matches()
                    ? scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                    : OTHER;
        } catch (IllegalArgumentException e) {
            return OTHER;
        }
    }
}
