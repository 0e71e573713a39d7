// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import org.openbarnahus.auth.web.PublicPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** A child signs in nowhere: the token in the address is all it needs. */
@Component(service = PublicPath.class)
public final class ChildPath implements PublicPath {
    static final String PREFIX = "/child/";

    @Activate
    public ChildPath() {}

    @Override
    public String prefix() {
        return PREFIX;
    }
}
