// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.questionnaire;

import java.time.YearMonth;
import java.util.Map;

/**
 * An anonymous answer: no case, no person, no device, no time finer than the month.
 *
 * @param answers item id to scale label; a skipped item is absent
 * @param texts item id to free text, screened
 */
public record QuestionnaireResponse(
        String questionnaireId,
        String version,
        String moment,
        YearMonth month,
        Map<String, String> answers,
        Map<String, String> texts) {
    public QuestionnaireResponse {
        answers = Map.copyOf(answers);
        texts = Map.copyOf(texts);
    }

    /** Keeps free text out of logs and messages. */
    @Override
    public String toString() {
        return "QuestionnaireResponse[" + questionnaireId + "]";
    }
}
