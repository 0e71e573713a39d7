// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.html.Span;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.Badge;
import org.openbarnahus.ui.kit.widget.Tone;

/** State of a case in a word. */
final class StateBadge extends Span {
    StateBadge(Texts texts, String state) {
        Tone tone = state.equals("open") ? Tone.GOOD : state.equals("referred") ? Tone.SOON : Tone.NEUTRAL;
        add(new Badge(tone, texts.get("state." + state)));
    }
}
