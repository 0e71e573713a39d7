// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

import java.util.Set;

/**
 * Which agencies are shown a field. Whoever coordinates the house is shown every field, whatever a pack says.
 *
 * @param on where the rule holds; empty for wherever the field is asked for
 * @param agencies codes of the agencies of accounts: {@code health}, {@code police}, …
 */
public record Visibility(Set<Scope> on, Set<String> agencies) {
    public Visibility {
        on = Set.copyOf(on);
        agencies = Set.copyOf(agencies);
    }

    /** Whether the rule speaks of the field when it stands there. */
    public boolean holdsIn(Scope scope) {
        return on.isEmpty() || on.contains(scope) || !scope.equals(Scope.CASE) && on.contains(Scope.ANY_ACTIVITY);
    }
}
