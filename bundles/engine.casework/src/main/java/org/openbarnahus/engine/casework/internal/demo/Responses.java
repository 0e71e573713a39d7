// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;

/** Answers of children that do not exist, to one questionnaire. */
record Responses(QuestionnaireDefinition questionnaire, LocalDate today) {
    static final String CHILD = "bhq.child";
    private static final int COUNT = 36;

    List<QuestionnaireResponse> make(long seed) {
        Dice dice = new Dice(seed);
        List<QuestionnaireResponse> responses = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Map<String, String> answers = new HashMap<>();
            for (QuestionnaireDefinition.Item item : questionnaire.items()) {
                if (!dice.chance(6)) {
                    answers.put(item.id(), answer(dice));
                }
            }
            responses.add(new QuestionnaireResponse(
                    questionnaire.id(),
                    questionnaire.version(),
                    dice.pick("after_visit 75, end_of_contact 25"),
                    YearMonth.from(today).minusMonths(dice.between(0, 11)),
                    answers,
                    Map.of()));
        }
        return responses;
    }

    /** Mostly the best step, as children answer; sometimes one that carries no points. */
    private String answer(Dice dice) {
        var steps = questionnaire.scale().steps();
        if (dice.chance(7) && !questionnaire.scale().extra().isEmpty()) {
            return dice.oneOf(questionnaire.scale().extra());
        }
        return steps.get(steps.size() - 1 - dice.waiting(0, steps.size() - 1)).label();
    }
}
