// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;

/** To whom the case pages are offered. What may really be done is decided in the services. */
final class Staff {
    private Staff() {}

    static boolean worksOnCases(Session session) {
        return runsCases(session)
                || session.actor().is(Role.MANAGER)
                || session.actor().is(Role.PRACTITIONER);
    }

    /** Makes new ones, by form or from files: whoever may not is told so at once, and not when the form is filled in. */
    static boolean opensCases(Session session) {
        return runsCases(session);
    }

    /** Says who works with which case. */
    static boolean runsCases(Session session) {
        return session.actor().is(Role.COORDINATOR);
    }
}
