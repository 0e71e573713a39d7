// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import java.util.Locale;
import java.util.Map;
import org.openbarnahus.core.service.query.PluginInfo;
import org.openbarnahus.ui.kit.text.Texts;

/** A plugin's name in the reader's language, on or off: a country's name, our text for what we ship, else what the plugin says. */
final class PluginTitle {
    static final String COUNTRY = "openbarnahus-country-";
    private static final Map<String, String> OURS = Map.of(
            "openbarnahus-indicators-barnahus", "admin.plugin.indicators",
            "openbarnahus-questionnaires-barnahus", "admin.plugin.questionnaires");

    private PluginTitle() {}

    static String of(PluginInfo plugin, Texts texts) {
        String key = OURS.get(plugin.id());
        if (key != null) {
            return texts.get(key);
        }
        if (plugin.id().startsWith(COUNTRY)) {
            String code = plugin.id().substring(COUNTRY.length()).toUpperCase(Locale.ROOT);
            String name = code.matches("[A-Z]{2}") ? Locale.of("", code).getDisplayCountry(texts.locale()) : code;
            return name.equals(code) ? plugin.title() : name;
        }
        return plugin.title();
    }
}
