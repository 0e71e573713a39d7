// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What a browser says it is, in the two words by which its owner tells it from another; nothing else of it is kept. */
final class BrowserName {
    /** The first that fits: most of them also call themselves the ones below. */
    private static final SequencedMap<String, String> BROWSERS = new LinkedHashMap<>();

    private static final SequencedMap<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edg", "Edge");
        BROWSERS.put("OPR/", "Opera");
        BROWSERS.put("Firefox/", "Firefox");
        BROWSERS.put("Chrome/", "Chrome");
        BROWSERS.put("Safari/", "Safari");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iPhone");
        SYSTEMS.put("iPad", "iPad");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private BrowserName() {}

    /**
     * @param agent as the header says
     * @return words of ours only; empty when it says nothing that is known
     */
    static String of(@Nullable String agent) {
        String said = Optional.ofNullable(agent).orElse("");
        return (first(BROWSERS, said) + " " + first(SYSTEMS, said)).strip();
    }

    private static String first(SequencedMap<String, String> names, String said) {
        return names.entrySet().stream()
                .filter(each -> said.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
