// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.Problem;

/**
 * A feature of the distribution, or a signed jar of others, that can be switched.
 *
 * @param id feature name, {@code openbarnahus-country-se}; of a jar {@code jar-<name of the file>}
 * @param state what it is now
 * @param provides what it brings: {@code pack:se}, {@code rule:se.…}, {@code indicator:…}, {@code view:…}
 * @param problems what does not work, in words for a deployer
 * @param signer who signed a jar of others
 * @param refusal why a jar of others may not run; when it runs, why it will not be started again
 */
public record PluginInfo(
        String id,
        String title,
        String version,
        State state,
        boolean switchable,
        List<String> provides,
        List<String> problems,
        Optional<String> signer,
        Optional<Problem> refusal) {
    public PluginInfo {
        provides = List.copyOf(provides);
        problems = List.copyOf(problems);
    }

    /** Of the distribution, where nobody asks who signed. */
    public PluginInfo(
            String id,
            String title,
            String version,
            State state,
            boolean switchable,
            List<String> provides,
            List<String> problems) {
        this(id, title, version, state, switchable, provides, problems, Optional.empty(), Optional.empty());
    }

    /** FAILED: switched on, but a part of it does not run. REFUSED: a jar of others that may not run. */
    public enum State {
        ON,
        OFF,
        FAILED,
        REFUSED
    }
}
