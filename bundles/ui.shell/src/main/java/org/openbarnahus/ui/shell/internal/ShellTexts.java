// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import org.openbarnahus.ui.kit.text.ResourceTexts;
import org.openbarnahus.ui.kit.text.TextSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The frame's texts. */
@Component(service = TextSource.class)
public final class ShellTexts extends ResourceTexts {
    @Activate
    public ShellTexts() {
        super(ShellTexts.class);
    }
}
