// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.Optional;
import org.openbarnahus.core.model.casefile.TimelineEntry;

/**
 * A timeline entry that a save writes.
 *
 * @param before as it is stored; absent for a new one
 * @param after as it will be
 * @param place prefix of the path of its problems: empty, or {@code timeline[2].} within a case that is being opened
 */
public record Touched(Optional<TimelineEntry> before, TimelineEntry after, String place) {
    /** Whether its content is written, not only its being removed or put back. */
    boolean contentChanges() {
        return before.map(b -> b.removed() == after.removed()).orElse(true);
    }
}
