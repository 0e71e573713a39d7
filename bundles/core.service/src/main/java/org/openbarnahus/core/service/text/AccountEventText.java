// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.text;

import java.util.Locale;
import java.util.ResourceBundle;
import org.openbarnahus.core.service.query.AccountEvent;

/** What happened to an account, in the reader's language; every page uses the same words. */
public final class AccountEventText {
    private static final String BUNDLE = "org.openbarnahus.core.service.text.account_events";

    private AccountEventText() {}

    public static String of(AccountEvent.Kind kind, Locale locale) {
        return ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        AccountEventText.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(kind.code());
    }
}
