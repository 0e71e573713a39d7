// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import org.openbarnahus.ui.kit.text.ResourceTexts;
import org.openbarnahus.ui.kit.text.TextSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Texts of the quality pages. */
@Component(service = TextSource.class)
public final class QualityTexts extends ResourceTexts {
    @Activate
    public QualityTexts() {
        super(QualityTexts.class);
    }
}
