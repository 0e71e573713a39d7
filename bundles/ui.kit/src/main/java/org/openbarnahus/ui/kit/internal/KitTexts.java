// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.internal;

import org.openbarnahus.ui.kit.text.ResourceTexts;
import org.openbarnahus.ui.kit.text.TextSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The kit's own texts. */
@Component(service = TextSource.class)
public final class KitTexts extends ResourceTexts {
    @Activate
    public KitTexts() {
        super(KitTexts.class);
    }
}
