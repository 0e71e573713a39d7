// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.widget;

import java.util.Locale;

/** How a badge or notice feels; never said by colour alone, the words carry it. */
public enum Tone {
    NEUTRAL,
    GOOD,
    SOON,
    BAD;

    String className() {
        return "ob-" + name().toLowerCase(Locale.ROOT);
    }
}
