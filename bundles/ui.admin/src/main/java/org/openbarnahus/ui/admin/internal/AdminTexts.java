// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.ui.kit.text.ResourceTexts;
import org.openbarnahus.ui.kit.text.TextSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Texts of the administration pages. */
@Component(service = TextSource.class)
public final class AdminTexts extends ResourceTexts {
    @Activate
    public AdminTexts() {
        super(AdminTexts.class);
    }
}
