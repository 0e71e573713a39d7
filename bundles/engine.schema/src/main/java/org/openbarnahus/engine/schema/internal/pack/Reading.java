// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the readers of one pack share: its head, the problems so far, the references noted, the ids taken. */
final class Reading {
    private final PackHead head;
    private final Problems problems;
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, Place> taken = new HashMap<>();

    Reading(PackHead head, Problems problems) {
        this.head = head;
        this.problems = problems;
    }

    PackHead head() {
        return head;
    }

    Problems problems() {
        return problems;
    }

    List<Reference> references() {
        return references;
    }

    ConditionReader conditions() {
        return new ConditionReader(problems, references);
    }

    /** Reports an id of the kind that another place of the pack has taken, or that lacks the owner's prefix. */
    void claim(String kind, String id, Place place, String prefix) {
        if (!id.startsWith(prefix)) {
            problems.add(
                    place,
                    kind + " " + Problems.quote(id) + " lacks its owner's prefix",
                    "call it " + Problems.quote(prefix + id));
        }
        Place first = taken.putIfAbsent(kind + " " + id, place);
        if (first != null) {
            problems.add(
                    place,
                    kind + " " + Problems.quote(id) + " is declared twice",
                    "see " + first + "; keep one of them");
        }
    }
}
