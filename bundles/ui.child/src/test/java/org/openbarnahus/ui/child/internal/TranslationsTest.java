// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public final class TranslationsTest {
    private final ChildTexts texts = new ChildTexts();

    @Test
    public void everyTextIsThereInEveryLanguage() {
        assertEquals(texts.texts("en").keySet(), texts.texts("sv").keySet());
        assertEquals(texts.texts("en").keySet(), texts.texts("nb").keySet());
    }
}
