// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.privacy.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.country.no.internal.NorwegianNumbers;
import org.openbarnahus.country.se.internal.SwedishNumbers;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;

/**
 * Free text before the screen: it is never let through because a detector failed; a number among the text is found whatever
 * stands around it and whatever is hidden between its digits; no problem repeats the text.
 */
public final class ScreenFuzz {
    private static final FieldId NOTE = FieldId.of("note");
    private static final TextScreen SCREEN = new TextScreen();
    /** Made for tests: python-stdnum's examples, and a synthetic one of Norway. */
    private static final List<String> NUMBERS = List.of(
            "880320-0016", "8803200016", "19880320-0016", "151086 95088", "anna@example.org", "+46 70 174 06 05");

    static {
        SCREEN.add(new ContactDetector());
        SCREEN.add(new SwedishNumbers());
        SCREEN.add(new NorwegianNumbers());
    }

    private ScreenFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        String number = NUMBERS.get(input.choice(NUMBERS.size()));
        String hidden = input.choice(2) == 0 ? number : number.replaceAll("(?<=[0-9])(?=[0-9])", "\u200B");
        String text = input.text();
        if (text.isBlank()) {
            return;
        }
        List<Problem> problems = screen(text);
        Claim.same(problems, screen(text), "the same answer again");
        problems.forEach(problem -> place(problem, text));
        Claim.that(
                screen(text + "\nthe: " + hidden + " :eht\n").size() > 0, "a number after a text is found: " + number);
        Claim.that(
                screen("the: " + hidden + " :eht\n" + text).size() > 0, "a number before a text is found: " + number);
    }

    private static List<Problem> screen(String text) {
        List<Problem> problems = SCREEN.screen("SE", new FieldValues(Map.of(NOTE, new TextValue(text))));
        Claim.that(problems.stream().noneMatch(p -> p.code() == ErrorCode.TEXT_NOT_SCREENED), "no detector fails");
        return problems;
    }

    private static void place(Problem problem, String text) {
        if (problem.code() == ErrorCode.IDENTIFIER_IN_TEXT) {
            int position = Integer.parseInt(problem.arguments().getOrDefault("position", "0"));
            Claim.that(position >= 1 && position <= text.length(), "a finding lies in the text");
            Claim.same(
                    "kind,position",
                    problem.arguments().keySet().stream().sorted().collect(Collectors.joining(",")),
                    "nothing is told but kind and place");
        }
    }
}
