// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.outcome;

import java.util.Map;
import java.util.TreeMap;

/**
 * One reason, with where it lies and what a translated message needs. Holds ids, codes and limits only, never what was
 * typed: problems reach logs and audit entries.
 *
 * @param path field id, {@code line:column}, or empty when it concerns the whole
 */
public record Problem(ErrorCode code, String path, Map<String, String> arguments) {
    public Problem {
        arguments = java.util.Collections.unmodifiableMap(new TreeMap<>(arguments));
    }

    public static Problem of(ErrorCode code) {
        return new Problem(code, "", Map.of());
    }

    public static Problem at(ErrorCode code, String path) {
        return new Problem(code, path, Map.of());
    }

    public static Problem at(ErrorCode code, String path, String argument, String value) {
        return new Problem(code, path, Map.of(argument, value));
    }
}
