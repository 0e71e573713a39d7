// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import java.util.Map;
import java.util.TreeMap;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Item;

/**
 * What was chosen and written. Lives as long as one request.
 *
 * @param answers item to scale label, skipped items absent
 * @param texts free item to text, empty ones absent
 */
record Sheet(Map<String, String> answers, Map<String, String> texts) {
    static final Sheet EMPTY = new Sheet(Map.of(), Map.of());

    private static final String ANSWER = "a.";
    private static final String TEXT = "t.";

    Sheet {
        answers = Map.copyOf(answers);
        texts = Map.copyOf(texts);
    }

    /** Reads the form's parameters; those that belong to no question are left out. */
    static Sheet read(QuestionnaireDefinition questionnaire, Map<String, String[]> parameters) {
        Map<String, String> answers = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>();
        for (Item item : questionnaire.items()) {
            put(answers, item.id(), parameters.get(answerName(item)));
        }
        for (Item item : questionnaire.freeItems()) {
            put(texts, item.id(), parameters.get(textName(item)));
        }
        return new Sheet(answers, texts);
    }

    private static void put(Map<String, String> into, String item, String @org.jspecify.annotations.Nullable [] given) {
        if (given != null && given.length > 0 && !given[0].isBlank()) {
            into.put(item, given[0]);
        }
    }

    static String answerName(Item item) {
        return ANSWER + item.id();
    }

    static String textName(Item item) {
        return TEXT + item.id();
    }

    /** Keeps answers out of logs. */
    @Override
    public String toString() {
        return "Sheet";
    }
}
