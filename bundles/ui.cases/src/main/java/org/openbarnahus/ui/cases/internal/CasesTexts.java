// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import org.openbarnahus.ui.kit.text.ResourceTexts;
import org.openbarnahus.ui.kit.text.TextSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Texts of the case pages. */
@Component(service = TextSource.class)
public final class CasesTexts extends ResourceTexts {
    @Activate
    public CasesTexts() {
        super(CasesTexts.class);
    }
}
