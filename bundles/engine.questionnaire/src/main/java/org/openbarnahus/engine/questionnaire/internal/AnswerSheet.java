// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.questionnaire.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Item;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition.Step;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.model.value.PlainText;
import org.openbarnahus.core.service.gate.PrivacyGate;

/** What came in for a questionnaire; blank texts count as skipped. */
record AnswerSheet(Map<String, String> answers, Map<String, String> texts) {
    static final int MOST_CHARACTERS = 2_000;

    AnswerSheet {
        answers = Map.copyOf(answers);
        Map<String, String> written = new TreeMap<>();
        texts.forEach((item, text) -> {
            if (!text.isBlank()) {
                written.put(item, text);
            }
        });
        texts = Map.copyOf(written);
    }

    /** Everything wrong with it, the texts screened too; empty when nothing is. Paths are item ids. */
    List<Problem> problems(QuestionnaireDefinition questionnaire, String country, PrivacyGate privacy) {
        List<Problem> problems = new ArrayList<>();
        if (answers.isEmpty() && texts.isEmpty()) {
            problems.add(Problem.of(ErrorCode.REQUIRED));
        }
        Set<String> items = ids(questionnaire.items());
        Set<String> labels = Stream.concat(
                        questionnaire.scale().steps().stream().map(Step::label), questionnaire.scale().extra().stream())
                .collect(Collectors.toSet());
        answers.forEach((item, label) -> {
            if (!items.contains(item)) {
                problems.add(Problem.at(ErrorCode.UNKNOWN_FIELD, path(item)));
            } else if (!labels.contains(label)) {
                problems.add(Problem.at(ErrorCode.UNKNOWN_CODE, item));
            }
        });
        Set<String> freeItems = ids(questionnaire.freeItems());
        texts.forEach((item, text) -> {
            if (!freeItems.contains(item)) {
                problems.add(Problem.at(ErrorCode.UNKNOWN_FIELD, path(item)));
            } else {
                problems.addAll(textProblems(item, text, country, privacy));
            }
        });
        return problems;
    }

    private static List<Problem> textProblems(String item, String text, String country, PrivacyGate privacy) {
        if (text.length() > MOST_CHARACTERS) {
            return List.of(Problem.at(ErrorCode.TOO_LONG, item, "max", String.valueOf(MOST_CHARACTERS)));
        }
        if (!PlainText.isPlain(text)) {
            return List.of(Problem.at(ErrorCode.FORBIDDEN_CHARACTER, item));
        }
        // the gate knows fields, not items: the text is shown to it as a note
        FieldValues note = new FieldValues(Map.of(CoreField.NOTE, new TextValue(text)));
        return privacy.screen(country, note).stream()
                .map(p -> new Problem(p.code(), item, p.arguments()))
                .toList();
    }

    private static Set<String> ids(List<Item> items) {
        return items.stream().map(Item::id).collect(Collectors.toSet());
    }

    /** What is not an item's id may be anything that was typed, and does not belong into a problem. */
    private static String path(String item) {
        return item.matches("[A-Z][A-Z0-9_]{0,31}") ? item : "";
    }

    /** Keeps free text out of logs and messages. */
    @Override
    public String toString() {
        return "AnswerSheet";
    }
}
