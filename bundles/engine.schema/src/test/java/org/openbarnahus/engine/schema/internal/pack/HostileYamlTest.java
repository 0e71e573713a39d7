// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import org.junit.Test;

/** Files made to exhaust the reader are refused, and fast: what grows without bounds never ends in the time given. */
public class HostileYamlTest {
    private static final String FILE = "fields/bad.yaml";

    @Test(timeout = 20_000)
    public void aBillionLaughsAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [*a").append(i - 1);
            bomb.append(", *a").append(i - 1).append("]\n");
        }
        refused(bomb.toString(), "fields/bad.yaml:1:5: anchors and aliases are not allowed");
    }

    @Test(timeout = 20_000)
    public void tenMegabytesAreRefused() {
        byte[] large = new byte[10 << 20];
        Arrays.fill(large, (byte) 'a');
        String problems = PackText.aCountry().with(FILE, large).problems();
        assertTrue(problems, problems.contains("larger than 1048576 bytes"));
    }

    @Test(timeout = 20_000)
    public void deepNestingIsRefused() {
        refused("[".repeat(500_000), "nested deeper than 24 levels");
        refused("{a: ".repeat(100_000), "nested deeper than 24 levels");
        refused("- ".repeat(100_000), "nested deeper than 24 levels");
    }

    @Test(timeout = 20_000)
    public void manyValuesAreRefused() {
        refused("[" + "a,".repeat(400_000) + "]", "more than 20000 values in one file");
    }

    @Test(timeout = 20_000)
    public void tagsSecondDocumentsAndDoubledKeysAreRefused() {
        refused("fields: !!java.lang.Runtime []", "tags are not allowed");
        refused("fields: []\n---\nfields: []", "a second document begins");
        refused("fields: []\nfields: []", "fields/bad.yaml:2:1: key 'fields' twice");
        refused("{[a]: b}", "a key is not a text");
    }

    @Test(timeout = 20_000)
    public void brokenSyntaxNamesItsPlace() {
        refused("fields:\n  - {id: a\n  - b", "fields/bad.yaml:3:6: not YAML");
        refused("", "the file is empty");
        refused("\u0000", "not YAML");
    }

    private static void refused(String text, String reason) {
        String problems = PackText.aCountry().with(FILE, text).problems();
        assertTrue("expected: " + reason + "\nfound: " + problems, problems.contains(reason));
    }
}
