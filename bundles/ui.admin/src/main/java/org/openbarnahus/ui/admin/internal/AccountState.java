// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import org.openbarnahus.core.service.query.AccessStanding;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.Tone;

/** Whether an account is open, and why not. */
final class AccountState {
    private AccountState() {}

    static Element of(AccountInfo account, Texts texts) {
        return (account.enabled()
                        ? PluginCard.badge(Tone.GOOD, VaadinIcon.CHECK, texts.get("admin.account.enabled"))
                        : PluginCard.badge(Tone.NEUTRAL, VaadinIcon.LOCK, texts.get("admin.account.disabled")))
                .getElement();
    }

    /** Closed, with reason and day where it closed by itself. */
    static Element closed(AccessStanding standing, Texts texts) {
        Element state = new Element("div").appendChild(of(standing.account(), texts));
        standing.closed()
                .ifPresent(closed -> state.appendChild(new Element("div")
                        .setText(texts.get(
                                "admin.account.closed." + closed.reason().code(), texts.date(closed.day())))));
        return state;
    }
}
