// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.country.no.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbarnahus.spi.privacy.Finding;

/** Every number here is of the synthetic test series: it belongs to nobody. */
public final class NorwegianNumbersTest {
    private final NorwegianNumbers detector = new NorwegianNumbers();

    private List<String> kinds(String text) {
        return detector.find(text).stream()
                .filter(Finding::certain)
                .map(Finding::kind)
                .toList();
    }

    private void assertFound(String kind, List<String> numbers) {
        for (String number : numbers) {
            for (String form : List.of(
                    number,
                    number.substring(0, 6) + " " + number.substring(6),
                    number.substring(0, 6) + "-" + number.substring(6),
                    number.substring(0, 2) + "." + number.substring(2, 4) + "." + number.substring(4, 6) + " "
                            + number.substring(6),
                    String.join(" ", number.split("")))) {
                assertEquals(form, List.of(kind), kinds("jenta " + form + ", elev"));
            }
        }
    }

    @Test
    public void findsBirthNumbersInEveryForm() {
        assertFound("no.fodselsnummer", List.of("31923990073", "31923990154", "31923990235"));
    }

    @Test
    public void findsBirthNumbersUnderTheControlRuleOf2032() {
        assertFound("no.fodselsnummer", List.of("31923990324", "31923990413", "31923990502"));
    }

    @Test
    public void findsDNumbersInEveryForm() {
        assertFound("no.dnummer", List.of("71923991012", "71923991284", "71923991365"));
    }

    @Test
    public void aWrongCheckDigitDateOrLengthIsNoNumber() {
        for (String wrong : List.of(
                "31923990074",
                "31923990103",
                "32923990073",
                "31923990325",
                "31923990006",
                "3192399032",
                "71923991013",
                "71923991136",
                "72923991012",
                "319239900731")) {
            assertEquals(wrong, List.of(), kinds("nr " + wrong));
        }
    }

    @Test
    public void datesTimesAndCaseNumbersAreNoNumbers() {
        assertEquals(
                List.of(),
                kinds(
                        "12.03.2026 kl. 14.00, 2026-03-12 - 2026-04-12, NO-OSL-2026-0042, sak 2026/12345, tlf 22 12 34 56"));
    }

    @Test
    public void aTextOfDigitsIsReadQuickly() {
        assertEquals(List.of(), kinds("8".repeat(20_000)));
    }
}
