// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.text;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public final class CsvRowTest {
    @Test
    public void everyCellIsQuotedAndStaysInItsLine() {
        assertEquals("\"plain\",\"\",\"a\"\"b, c\"\r\n", CsvRow.of(List.of("plain", "", "a\"b,\nc")));
        assertEquals("\r\n", CsvRow.of(List.of()));
    }

    @Test
    public void nothingIsTakenForAFormula() {
        for (String evil : List.of("=1", "+1", "-1", "@x", "|x", "%x", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF20x")) {
            assertEquals("\"'" + evil + "\"\r\n", CsvRow.of(List.of(evil)));
            assertEquals(
                    "hidden behind what nobody sees", "\"'" + evil + "\"\r\n", CsvRow.of(List.of("\u200b " + evil)));
        }
        for (String skipped : List.of("\t", "\r", "\n", "\0")) {
            assertEquals("\"'plain\"\r\n", CsvRow.of(List.of(skipped + "plain")));
        }
        assertEquals("inside it is a sign like others", "\"1=1\"\r\n", CsvRow.of(List.of("1=1")));
    }
}
