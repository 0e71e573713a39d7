// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import org.openbarnahus.ui.kit.text.ResourceTexts;
import org.openbarnahus.ui.kit.text.TextSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Texts of the child's page and of the page that offers it. */
@Component(service = TextSource.class)
public final class ChildTexts extends ResourceTexts {
    @Activate
    public ChildTexts() {
        super(ChildTexts.class);
    }
}
