// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.List;
import java.util.Optional;

/**
 * A pack that was found.
 *
 * @param source {@code bundle:<symbolic name>} or {@code folder:<name>}
 * @param problems why it is refused, each with file, line and cure; empty when it is active
 */
public record PackStatus(
        String code,
        String version,
        String kind,
        Optional<String> country,
        boolean draft,
        String source,
        boolean active,
        List<String> problems) {
    public PackStatus {
        problems = List.copyOf(problems);
    }
}
