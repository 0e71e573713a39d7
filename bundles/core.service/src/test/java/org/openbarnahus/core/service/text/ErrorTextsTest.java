// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.text;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.Locale;
import java.util.Map;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;

public final class ErrorTextsTest {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @Test
    public void theKindOfAnIdentifierIsSaidInTheReadersLanguage() {
        Problem problem =
                new Problem(ErrorCode.IDENTIFIER_IN_TEXT, "note", Map.of("kind", "se.personnummer", "position", "7"));

        assertEquals(
                "The text seems to contain a Swedish personal identity number (position 7)."
                        + " Please take out what could identify a person.",
                ErrorTexts.message(problem, Locale.ENGLISH));
        assertEquals(
                "Texten verkar innehålla ett personnummer (position 7). Ta bort det som kan peka ut en person.",
                ErrorTexts.message(problem, SWEDISH));
    }

    @Test
    public void aKindWithoutAWordIsSaidByItsKey() {
        Problem problem =
                new Problem(ErrorCode.IDENTIFIER_IN_TEXT, "note", Map.of("kind", "xx.number", "position", "1"));

        assertEquals(
                "The text seems to contain xx.number (position 1). Please take out what could identify a person.",
                ErrorTexts.message(problem, Locale.ENGLISH));
    }

    @Test
    public void everyErrorCodeHasItsOwnWordsInBothLanguages() {
        for (ErrorCode code : ErrorCode.values()) {
            String english = ErrorTexts.message(Problem.of(code), Locale.ENGLISH);
            assertNotEquals(code.name(), english);
            assertNotEquals(code.name(), english, ErrorTexts.message(Problem.of(code), SWEDISH));
        }
    }
}
