// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.privacy.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.spi.privacy.Finding;
import org.openbarnahus.spi.privacy.IdentifierDetector;

public final class TextScreenTest {
    private final TextScreen screen = new TextScreen();

    @Test
    public void withoutADetectorForTheCountryEveryTextIsRefused() {
        screen.add(detector("core.contacts", Set.of(), text -> List.of()));
        screen.add(detector("no.numbers", Set.of("NO"), text -> List.of()));

        assertFalse(screen.ready("SE"));
        assertEquals(
                List.of(Problem.at(ErrorCode.TEXT_NOT_SCREENED, "note")), screen.screen("SE", note("A harmless text")));
    }

    @Test
    public void whatIsNotATextNeedsNoDetector() {
        assertEquals(List.of(), screen.screen("SE", new FieldValues(Map.of(CoreField.SEX, new CodeValue("female")))));
    }

    @Test
    public void aHarmlessTextPasses() {
        screen.add(detector("se.numbers", Set.of("SE"), text -> List.of()));
        assertTrue(screen.ready("SE"));
        assertEquals(List.of(), screen.screen("SE", note("A harmless text")));
    }

    @Test
    public void aCertainFindingIsRefusedWithKindAndPlaceInWhatWasTyped() {
        screen.add(finding("7", true));

        Problem problem = screen.screen("SE", note("a\u200Bb 7")).get(0);

        assertEquals(ErrorCode.IDENTIFIER_IN_TEXT, problem.code());
        assertEquals(Map.of("kind", "se.seven", "position", "5"), problem.arguments());
    }

    @Test
    public void anUncertainFindingDoesNotStopTheSave() {
        screen.add(finding("7", false));
        assertEquals(List.of(), screen.screen("SE", note("7")));
    }

    @Test
    public void detectorsOfOtherCountriesAreAskedToo() {
        screen.add(detector("se.numbers", Set.of("SE"), text -> List.of()));
        screen.add(detector("no.numbers", Set.of("NO"), text -> List.of(new Finding("no.x", 0, 1, true))));
        assertEquals(1, screen.screen("SE", note("text")).size());
    }

    @Test
    public void whenADetectorFailsTheTextIsRefused() {
        screen.add(detector("se.numbers", Set.of("SE"), text -> {
            throw new IllegalStateException("quotes the text");
        }));
        assertEquals(
                List.of(Problem.at(ErrorCode.TEXT_NOT_SCREENED, "note")), screen.screen("SE", note("A harmless text")));
    }

    @Test
    public void aTextLongerThanDetectorsReadIsRefused() {
        screen.add(detector("se.numbers", Set.of("SE"), text -> List.of()));
        assertEquals(
                ErrorCode.TOO_LONG,
                screen.screen("SE", note("x".repeat(20_001))).get(0).code());
    }

    @Test
    public void aDetectorThatGoesLeavesTheCountryUncovered() {
        IdentifierDetector detector = detector("se.numbers", Set.of("SE"), text -> List.of());
        screen.add(detector);
        screen.remove(detector);
        assertFalse(screen.ready("SE"));
    }

    @Test
    public void noProblemRepeatsTheText() {
        screen.add(finding("7", true));
        assertFalse(screen.screen("SE", note("secret 7")).toString().contains("secret"));
    }

    private static FieldValues note(String text) {
        return new FieldValues(Map.of(CoreField.NOTE, new TextValue(text)));
    }

    private static IdentifierDetector finding(String wanted, boolean certain) {
        return detector("se.numbers", Set.of("SE"), text -> {
            int at = text.indexOf(wanted);
            return at < 0 ? List.of() : List.of(new Finding("se.seven", at, at + wanted.length(), certain));
        });
    }

    private static IdentifierDetector detector(String id, Set<String> countries, Function<String, List<Finding>> find) {
        return new IdentifierDetector() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Set<String> countries() {
                return countries;
            }

            @Override
            public List<Finding> find(String text) {
                return find.apply(text);
            }
        };
    }
}
