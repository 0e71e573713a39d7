// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.widget;

import com.vaadin.flow.component.html.Span;

/** A short word about a state. */
public final class Badge extends Span {
    public Badge(Tone tone, String text) {
        super(text);
        addClassNames("ob-badge", tone.className());
    }
}
