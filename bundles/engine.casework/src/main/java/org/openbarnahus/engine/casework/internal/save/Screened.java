// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.List;
import java.util.Map;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.model.value.PlainText;
import org.openbarnahus.core.service.gate.PrivacyGate;

/**
 * A text that somebody writes beside a choice, of a length, without signs that deceive and without what points to a person.
 *
 * @param field its name, which problems carry as their place
 */
public record Screened(String field, int shortest, int longest) {
    public List<Problem> problems(PrivacyGate privacy, String country, String text) {
        if (text.length() < shortest) {
            return List.of(Problem.at(ErrorCode.TOO_SHORT, field, "min", Integer.toString(shortest)));
        }
        if (text.length() > longest) {
            return List.of(Problem.at(ErrorCode.TOO_LONG, field, "max", Integer.toString(longest)));
        }
        if (!PlainText.isPlain(text)) {
            return List.of(Problem.at(ErrorCode.FORBIDDEN_CHARACTER, field));
        }
        return privacy.screen(country, new FieldValues(Map.of(FieldId.of(field), new TextValue(text))));
    }
}
