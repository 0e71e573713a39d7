// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.country.se.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.openbarnahus.spi.privacy.Finding;

/** Every number here has a date in 2099: it belongs to nobody living. */
public final class SwedishNumbersTest {
    private static final List<String> PERSONAL = List.of("20991231-9804", "20991231-9812", "20991231-9820");
    private static final List<String> COORDINATION = List.of("20991291-9835", "20991291-9843", "20991291-9850");

    private final SwedishNumbers detector = new SwedishNumbers();

    private List<String> certain(String text) {
        return detector.find(text).stream()
                .filter(Finding::certain)
                .map(Finding::kind)
                .toList();
    }

    @Test
    public void findsPersonalNumbersInEveryForm() {
        for (String number : PERSONAL) {
            for (String form : forms(number)) {
                assertEquals(form, List.of("se.personnummer"), certain("flickan " + form + ", elev"));
            }
        }
    }

    @Test
    public void findsCoordinationNumbersInEveryForm() {
        for (String number : COORDINATION) {
            for (String form : forms(number)) {
                assertEquals(form, List.of("se.samordningsnummer"), certain("flickan " + form + ", elev"));
            }
        }
    }

    @Test
    public void tellsWhereTheNumberStands() {
        assertEquals(
                List.of(new Finding("se.personnummer", 4, 17, true)), detector.find("nr: " + PERSONAL.get(0) + "."));
    }

    @Test
    public void aWrongCheckDigitDateOrLengthIsNoNumber() {
        for (String wrong : List.of(
                "20991231-9805",
                "20991331-9804",
                "20991231980",
                "20991291-9836",
                "20991251-9835",
                "20991292-9835",
                "20990230-9806",
                "1209912319804")) {
            assertEquals(wrong, List.of(), certain("nr " + wrong));
        }
    }

    @Test
    public void datesTimesAndDiaryNumbersAreNoNumbers() {
        StringBuilder text =
                new StringBuilder("SE-LKP-2026-0042, Dnr 2026/0412-17, Dnr SN 2026-00123, mål B 1234-26. ");
        for (int day = 1; day <= 28; day++) {
            for (int hour = 8; hour < 18; hour++) {
                String date = String.format("2026-%02d-%02d", hour - 6, day);
                text.append(date)
                        .append(' ')
                        .append(String.format("%02d", hour))
                        .append("30, ");
                text.append(date)
                        .append(" kl. ")
                        .append(hour)
                        .append(":15 - ")
                        .append(date)
                        .append(". ");
                text.append(date).append('-').append(date).append("; ");
                text.append(day)
                        .append('/')
                        .append(hour - 6)
                        .append(" 2026, 0")
                        .append(hour - 6)
                        .append("30-1500. ");
            }
        }
        assertEquals(List.of(), certain(text.toString()));
    }

    @Test
    public void otherNumbersOfTheHouseAreNoNumbers() {
        assertEquals(
                List.of(), certain("13-142233, bankgiro 123-4567, rum 4, 3 x 45 min, 1 000 000 kr, 08-123 456 78"));
    }

    @Test
    public void findsMobileNumbersHoweverTheyAreGrouped() {
        // from the series set aside for fiction: 070-174 06 05 to 070-174 06 99
        for (String number : List.of("070-174 06 05", "0701740605", "070 174 06 05", "070-1740605")) {
            assertEquals(number, List.of("se.phone"), certain("ring " + number + "!"));
        }
    }

    @Test
    public void aTextOfDigitsIsReadQuickly() {
        assertEquals(List.of(), certain("9".repeat(20_000)));
    }

    private static List<String> forms(String number) {
        String digits = number.replace("-", "");
        String date = digits.substring(0, 8);
        String serial = digits.substring(8);
        String spaced = String.join(" ", digits.split(""));
        return List.of(
                number,
                digits,
                date + " " + serial,
                date + "+" + serial,
                date + " - " + serial,
                number.substring(2),
                digits.substring(2),
                date.substring(2) + "+" + serial,
                "2099-12-" + digits.substring(6, 8) + "-" + serial,
                "99 12 " + digits.substring(6, 8) + " " + serial,
                date + "." + serial,
                digits.substring(0, 6) + " " + digits.substring(6),
                spaced);
    }
}
