// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.text;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;

public final class ErrorTextsTest {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Locale NORWEGIAN = Locale.forLanguageTag("nb");

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
        assertEquals(
                "Teksten ser ut til å inneholde et svensk personnummer (posisjon 7)."
                        + " Ta bort det som kan identifisere en person.",
                ErrorTexts.message(problem, NORWEGIAN));
    }

    @Test
    public void aDetailThatHasWordsIsSaidInTheReadersLanguageAndAnyOtherAsItIs() {
        assertEquals(
                "Linjen kan ikke leses: filen er tom.",
                ErrorTexts.message(
                        Problem.at(ErrorCode.IMPORT_ROW, "", "detail", "csv.empty"), Locale.forLanguageTag("nb-NO")));
        assertEquals(
                "The request cannot be read: path.",
                ErrorTexts.message(Problem.at(ErrorCode.MALFORMED, "", "detail", "path"), Locale.ENGLISH));
    }

    /** A thousand messages with arguments that look like places, formats and escapes: each says its arguments as they are. */
    @Test
    public void noArgumentIsReadAsAFormat() {
        List<String> parts = List.of(
                "{kind}",
                "{position}",
                "{max}",
                "{0}",
                "%s",
                "%n",
                "%1$9999999d",
                "${x}",
                "$1",
                "\\1",
                "#{1}",
                "{",
                "}",
                "'",
                "a");
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            String one = hostile(parts, random);
            String other = hostile(parts, random);
            Problem problem = new Problem(ErrorCode.IDENTIFIER_IN_TEXT, "note", Map.of("kind", one, "position", other));
            assertEquals(
                    "The text seems to contain " + one + " (position " + other
                            + "). Please take out what could identify a person.",
                    ErrorTexts.message(problem, Locale.ENGLISH));
        }
    }

    private static String hostile(List<String> parts, Random random) {
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> parts.get(random.nextInt(parts.size())))
                .collect(Collectors.joining());
    }

    @Test
    public void aBrowserThatCallsBokmalNoReadsBokmalAndAnUnknownLanguageEnglish() {
        Problem problem = Problem.of(ErrorCode.REQUIRED);

        assertEquals("Fyll ut dette feltet.", ErrorTexts.message(problem, Locale.forLanguageTag("no")));
        assertEquals("Please fill in this field.", ErrorTexts.message(problem, Locale.forLanguageTag("fr")));
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
    public void everyErrorCodeHasItsOwnWordsInEveryLanguage() {
        for (ErrorCode code : ErrorCode.values()) {
            String english = ErrorTexts.message(Problem.of(code), Locale.ENGLISH);
            assertNotEquals(code.name(), english);
            assertNotEquals(code.name(), english, ErrorTexts.message(Problem.of(code), SWEDISH));
            assertNotEquals(code.name(), english, ErrorTexts.message(Problem.of(code), NORWEGIAN));
        }
    }
}
