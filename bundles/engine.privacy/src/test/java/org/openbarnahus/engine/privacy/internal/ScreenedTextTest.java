// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.privacy.internal;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public final class ScreenedTextTest {
    private static String plain(String typed) {
        return new ScreenedText(typed).text();
    }

    @Test
    public void takesOutWhatHidesBetweenDigits() {
        assertEquals("1234", plain("1\u200B2\u00AD3\u2060\uFEFF4"));
        assertEquals("12", plain("\u202E1\u202C2"));
        assertEquals("12", plain("1\u03322\u0332"));
        assertEquals("12", plain("1\u20E32"));
    }

    @Test
    public void readsDigitsOfEveryScript() {
        assertEquals("1234", plain("\uFF11\uFF12\uFF13\uFF14"));
        assertEquals("1234", plain("\u0661\u0662\u0663\u0664"));
        assertEquals("12", plain("\uD835\uDFCF\uD835\uDFD0"));
        assertEquals("12", plain("\u00B9\u00B2"));
    }

    @Test
    public void knowsOneSpaceAndOneDash() {
        assertEquals("1 2-3-4-5", plain("1\u00A02\u20133\u22124\u20105"));
    }

    @Test
    public void keepsLettersAndTheirMarks() {
        assertEquals("\u00E5a\u030A", plain("\u00E5a\u030A"));
    }

    @Test
    public void findsTheWayBackToWhatWasTyped() {
        ScreenedText text = new ScreenedText("\u200Ba\uD835\uDFCF\uFB03b");
        assertEquals("a1ffib", text.text());
        assertEquals(1, text.typedOffset(0));
        assertEquals(2, text.typedOffset(1));
        assertEquals(4, text.typedOffset(2));
        assertEquals(4, text.typedOffset(4));
        assertEquals(5, text.typedOffset(5));
    }
}
