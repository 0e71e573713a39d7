// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.TreeSet;
import org.junit.Test;

public class CasesTextsTest {
    @Test
    public void everyTextIsThereInEveryLanguage() {
        CasesTexts texts = new CasesTexts();
        for (String language : List.of("sv", "nb")) {
            assertEquals(
                    language,
                    new TreeSet<>(texts.texts("en").keySet()),
                    new TreeSet<>(texts.texts(language).keySet()));
        }
    }
}
