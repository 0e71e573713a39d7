// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.Map;
import org.junit.Test;

public class LineTest {
    @Test
    public void whatIsWrittenIsReadAgainAndStaysOnOneLine() {
        Map<String, String> values = Map.of("a", "", "text \"x\" \\ y", "å\n\t\u0000\u2028🐎", "c", "{\"n\":1}");
        String line = Line.write(values);
        assertEquals(values, Line.read(line));
        assertFalse(line.chars().anyMatch(c -> c < ' ' || c > '~'));
    }

    @Test
    public void otherJsonIsReadToo() {
        assertEquals(Map.of(), Line.read(" {} "));
        assertEquals(Map.of("a", "/\n\r\té"), Line.read("{ \"a\" : \"\\/\\n\\r\\t\\u00e9\" }"));
    }

    @Test
    public void anythingElseIsRefused() {
        for (String line : new String[] {
            "",
            "{",
            "[]",
            "null",
            "{\"a\":1}",
            "{\"a\":{}}",
            "{\"a\":\"b\"",
            "{\"a\":\"b\"}x",
            "{\"a\":\"b\",}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12\"}",
            "{\"a\":\"\\u+041\"}",
            "{\"a\":\"1\",\"a\":\"2\"}",
            "{\"a\":\"1\",\"\\u0061\":\"2\"}",
            "{\"a\":\"\t\"}",
            "{\"a\":\"" + "x".repeat(100_001) + "\"}"
        }) {
            assertThrows(line, IllegalArgumentException.class, () -> Line.read(line));
        }
    }
}
