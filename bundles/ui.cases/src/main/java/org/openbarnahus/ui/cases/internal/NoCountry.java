// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.html.Anchor;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.EmptyState;

/** What the case pages show while no national plugin is on: no form without the law. */
final class NoCountry {
    private NoCountry() {}

    static EmptyState page(Texts texts) {
        return new EmptyState(
                "vaadin:plug",
                texts.get("cases.no-country"),
                texts.get("cases.no-country.help"),
                new Anchor("plugins", texts.get("cases.no-country.go")));
    }
}
