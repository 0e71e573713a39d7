// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.server.VaadinRequest;
import java.util.Optional;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.core.security.Session;

/** Who sends a request. */
@FunctionalInterface
interface SignIn {
    String PATH = WebContext.SIGN_IN;
    String SIGN_OUT = WebContext.SIGN_OUT;

    /** The living session behind the request. */
    Optional<Session> of(VaadinRequest request);
}
