// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.spi.privacy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;

public final class DigitWindowTest {
    private static List<String> digits(String text, int length) {
        return DigitWindow.find(text, length).stream().map(DigitWindow::digits).toList();
    }

    @Test
    public void joinsGroupsWrittenWithOneSeparator() {
        assertEquals(List.of("123456"), digits("x 12 34-5.6 y", 6));
        assertEquals(List.of("123456"), digits("1234 - 56", 6));
        assertEquals(List.of("123456"), digits("1 2 3 4 5 6", 6));
    }

    @Test
    public void doesNotJoinAcrossWordsTwoSpacesOrOtherSigns() {
        assertEquals(List.of(), digits("123 och 456", 6));
        assertEquals(List.of(), digits("123  456", 6));
        assertEquals(List.of(), digits("12:34:56", 6));
        assertEquals(List.of(), digits("123/456", 6));
    }

    @Test
    public void doesNotFindANumberInsideALongerOne() {
        assertEquals(List.of(), digits("1234567", 6));
        assertEquals(List.of("234567"), digits("1 234567", 6));
    }

    @Test
    public void tellsWhereItStandsAndNotWhatItIs() {
        DigitWindow window = DigitWindow.find("ab 12-34 cd", 4).get(0);
        assertEquals(3, window.start());
        assertEquals(8, window.end());
        assertFalse(window.unbroken());
        assertFalse(window.toString().contains("12"));
        assertTrue(DigitWindow.find("1234", 4).get(0).unbroken());
    }

    @Test
    public void aLongRunIsReadInLinearTime() {
        assertEquals(20_000 - 9, DigitWindow.find("1 ".repeat(20_000), 10).size());
    }
}
