// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.List;
import java.util.OptionalDouble;

/**
 * @param responses how many there are; items are empty below the threshold
 * @param threshold fewest responses that are shown
 */
public record QuestionnaireResults(String questionnaireId, long responses, int threshold, List<ItemResult> items) {
    public QuestionnaireResults {
        items = List.copyOf(items);
    }

    /** Mean points (0 to 100) of the scored answers to one item. */
    public record ItemResult(String itemId, long scored, OptionalDouble mean) {}
}
