// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.value;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;

/** Which characters a person's text may hold. */
public class PlainTextTest {
    private static final List<String> KINDLY = List.of(
            "",
            "Åsa Björk-Ængstrøm",
            "line\nline\r\n\tline",
            "👍🏽 👨‍👩‍👧",
            "می‌خواهم",
            "שלום",
            "soft\u00ADhyphen",
            "“–…”");

    private static final Set<Integer> REFUSED = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> !PlainText.isPlain("a" + Character.toString(c) + "b"))
            .boxed()
            .collect(Collectors.toUnmodifiableSet());

    @Test
    public void whatPeopleTypeIsPlain() {
        for (String text : KINDLY) {
            assertTrue(text, PlainText.isPlain(text));
        }
        assertTrue(PlainText.isPlainLine("Åsa Björk"));
        for (String text : List.of("Åsa\nBjörk", "Åsa\rBjörk", "Åsa\tBjörk", "Åsa\u202EBjörk", "Åsa\u2028Björk")) {
            assertFalse(PlainText.isPlainLine(text));
        }
    }

    /** Every character that is refused, by the Unicode category that says what it is. */
    @Test
    public void whatDeceivesIsRefusedWhereverItStands() {
        assertEquals(
                Set.of(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR,
                        (int) Character.SURROGATE,
                        (int) Character.UNASSIGNED,
                        (int) Character.OTHER_SYMBOL),
                REFUSED.stream().map(Character::getType).collect(Collectors.toSet()));
        assertEquals(65 - 3, of(Character.CONTROL).size());
        assertEquals(Set.of(0xFFFD), of(Character.OTHER_SYMBOL));
        assertEquals(0x800, of(Character.SURROGATE).size());
        Set<Integer> formats = of(Character.FORMAT);
        for (int c :
                new int[] {0x61C, 0x200B, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF, 0xE0041}) {
            assertTrue(Integer.toHexString(c), formats.contains(c));
        }
        assertFalse("joiners", formats.contains(0x200C) || formats.contains(0x200D));
        assertTrue(of(Character.UNASSIGNED).containsAll(Set.of(0xFFFE, 0xFFFF, 0x1FFFE, 0xFDD0)));
    }

    private static Set<Integer> of(byte category) {
        return REFUSED.stream().filter(c -> Character.getType(c) == category).collect(Collectors.toSet());
    }
}
