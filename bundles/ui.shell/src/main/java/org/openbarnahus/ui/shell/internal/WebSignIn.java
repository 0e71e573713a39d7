// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Optional;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.security.Session;

/** Whom the guarded context has let in. */
final class WebSignIn implements SignIn {
    @Override
    public Optional<Session> of(VaadinRequest request) {
        return session(request);
    }

    static Optional<Session> session(VaadinRequest request) {
        return request instanceof VaadinServletRequest servlet ? WebSession.of(servlet) : Optional.empty();
    }
}
