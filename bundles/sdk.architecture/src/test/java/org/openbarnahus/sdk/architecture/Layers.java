// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import java.util.List;
import java.util.Map;

/** Which bundle may use which: derived from the first word of the name, so that a new bundle needs no new rule. */
final class Layers {
    static final String ROOT = "org.openbarnahus.";

    private static final List<String> PLUGIN = List.of("spi", "core.model");

    /** Layer word, or whole name where the layer has exceptions, to what it may use: bundle names or layer words. */
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("platform", List.of("platform")),
            Map.entry("core.model", List.of()),
            Map.entry("core.security", List.of("core.model")),
            Map.entry("core.service", List.of("core.security", "core.model")),
            Map.entry("spi", List.of("core.model")),
            Map.entry("engine", List.of("core", "spi")),
            // switches what the gate lets in
            Map.entry("engine.plugins", List.of("core", "spi", "platform.admission")),
            Map.entry("store", List.of("core")),
            Map.entry("auth", List.of("core", "auth.web")),
            Map.entry("rest", List.of("core", "platform.cxf", "auth.web")),
            Map.entry("ui", List.of("core", "platform", "ui.kit", "auth.web")),
            Map.entry("country", PLUGIN),
            Map.entry("indicator", PLUGIN),
            Map.entry("questionnaire", PLUGIN),
            Map.entry("sdk", List.of("core", "spi")));

    private Layers() {}

    /** Name of the bundle that owns the package: {@code core.model}, {@code spi}; empty when it is not ours. */
    static String bundle(String packageName) {
        if (!packageName.startsWith(ROOT)) {
            return "";
        }
        String[] words = packageName.substring(ROOT.length()).split("\\.", -1);
        return words.length == 1 || words[0].equals("spi") ? words[0] : words[0] + "." + words[1];
    }

    static String word(String bundle) {
        int dot = bundle.indexOf('.');
        return dot < 0 ? bundle : bundle.substring(0, dot);
    }

    static boolean allows(String fromPackage, String toPackage) {
        String from = bundle(fromPackage);
        String to = bundle(toPackage);
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return true;
        }
        List<String> allowed = ARROWS.getOrDefault(from, ARROWS.getOrDefault(word(from), List.of()));
        return allowed.contains(to) || allowed.contains(word(to)) || (isPluginView(fromPackage) && mayShow(to));
    }

    /** A plugin's views lie in a package of their own. */
    static boolean isPluginView(String packageName) {
        return ARROWS.get(word(bundle(packageName))) == PLUGIN && packageName.endsWith(".view");
    }

    private static boolean mayShow(String to) {
        return to.equals("ui.kit") || to.equals("platform.vaadin") || to.equals("platform.echarts");
    }
}
