// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.schema;

import java.util.ArrayList;
import java.util.List;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import tools.jackson.databind.JsonNode;

/** Numbers with a point or an exponent that are beyond 64 bits: the validator fails where it should compare them. */
final class HugeNumbers {
    private HugeNumbers() {}

    static List<Problem> in(JsonNode body) {
        List<Problem> found = new ArrayList<>();
        look(body, "", found);
        return found;
    }

    private static void look(JsonNode node, String place, List<Problem> found) {
        if (node.isFloatingPointNumber() && Math.abs(node.doubleValue()) >= Long.MAX_VALUE) {
            found.add(Problem.at(ErrorCode.WRONG_TYPE, place));
        }
        node.properties().forEach(each -> look(each.getValue(), place + '/' + Pointers.escape(each.getKey()), found));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(node.get(i), place + '/' + i, found);
            }
        }
    }
}
