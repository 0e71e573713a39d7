// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.questionnaire;

import java.util.List;
import java.util.Optional;

/**
 * One variant of a questionnaire. Labels: {@code questionnaire.<id>}, items {@code item.<item id>}, answers
 * {@code scale.<scale id>.<label>}.
 *
 * @param id instrument and variant, as {@code barnahus.child}
 * @param minAge youngest respondent in completed years, absent for adults
 * @param freeItems items answered in free text
 */
public record QuestionnaireDefinition(
        String id,
        String owner,
        String version,
        String respondent,
        Optional<Integer> minAge,
        Optional<Integer> maxAge,
        Scale scale,
        List<Item> items,
        List<Item> freeItems) {
    public QuestionnaireDefinition {
        items = List.copyOf(items);
        freeItems = List.copyOf(freeItems);
    }

    /** A question, and the sub-standard it asks about. */
    public record Item(String id, String standard) {}

    /** Steps of an answer. {@code extra} answers ({@code dont_know}) carry no points. */
    public record Scale(String id, List<Step> steps, List<String> extra) {
        public Scale {
            steps = List.copyOf(steps);
            extra = List.copyOf(extra);
        }
    }

    /** One answer and its points, 0 to 100. */
    public record Step(String label, int points) {}

    public String labelKey() {
        return "questionnaire." + id;
    }
}
