// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.text;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** All texts of all bundles. An OSGi service of ui.kit. */
@ProviderType
public interface TextCatalog {
    /** Languages the application can be used in: those for which some bundle brings the key {@code language.name}. */
    List<Locale> languages();

    /** Texts in the language; follows sources that come and go. */
    Texts in(Locale locale);
}
