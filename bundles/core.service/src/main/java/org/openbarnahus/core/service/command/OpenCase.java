// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

import java.util.List;
import org.openbarnahus.core.model.value.FieldValues;

/** A new case, with the first entries of its timeline if there are any. */
public record OpenCase(FieldValues values, List<NewEntry> timeline) {
    public OpenCase {
        timeline = List.copyOf(timeline);
    }
}
