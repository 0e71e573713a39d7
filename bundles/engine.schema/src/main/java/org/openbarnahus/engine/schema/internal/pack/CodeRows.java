// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.List;
import org.openbarnahus.core.model.schema.CodeEntry;

/** One file of codes: a whole list, or additions to a list of another pack. */
public record CodeRows(String list, List<Located<CodeEntry>> rows, Place place) {
    public CodeRows {
        rows = List.copyOf(rows);
    }
}
