// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import static org.junit.Assert.assertEquals;

import java.util.TreeSet;
import org.junit.Test;

public class CasesTextsTest {
    @Test
    public void everyTextIsThereInSwedishToo() {
        CasesTexts texts = new CasesTexts();
        assertEquals(
                new TreeSet<>(texts.texts("en").keySet()),
                new TreeSet<>(texts.texts("sv").keySet()));
    }
}
