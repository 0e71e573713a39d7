// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.List;

/**
 * A feature of the distribution that can be switched.
 *
 * @param id feature name, {@code openbarnahus-country-se}
 * @param state what it is now
 * @param provides what it brings: {@code pack:se}, {@code rule:se.…}, {@code indicator:…}, {@code view:…}
 * @param problems what does not work, in words for a deployer
 */
public record PluginInfo(
        String id,
        String title,
        String version,
        State state,
        boolean switchable,
        List<String> provides,
        List<String> problems) {
    public PluginInfo {
        provides = List.copyOf(provides);
        problems = List.copyOf(problems);
    }

    /** FAILED: switched on, but a part of it does not run. */
    public enum State {
        ON,
        OFF,
        FAILED
    }
}
