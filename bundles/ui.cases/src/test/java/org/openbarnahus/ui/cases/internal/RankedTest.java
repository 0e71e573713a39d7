// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.Test;

public class RankedTest {
    private static final List<String> NAMES =
            List.of("Information given", "Crisis support", "Forensic interview (barnförhör)", "Referral for therapy");

    @Test
    public void whatBeginsSoStandsBeforeWhatOnlyContainsIt() {
        assertEquals(
                List.of("Forensic interview (barnförhör)", "Referral for therapy", "Information given"), by("for"));
    }

    @Test
    public void aPartOfAWordIsFoundToo() {
        assertEquals(List.of("Forensic interview (barnförhör)"), by("FÖRHÖR"));
    }

    @Test
    public void nothingTypedKeepsTheOrder() {
        assertEquals(NAMES, by(" "));
    }

    @Test
    public void whatNoNameContainsFindsNothing() {
        assertEquals(List.of(), by("xyz"));
    }

    private static List<String> by(String typed) {
        return Ranked.by(typed, NAMES, Function.identity(), Locale.ENGLISH);
    }
}
