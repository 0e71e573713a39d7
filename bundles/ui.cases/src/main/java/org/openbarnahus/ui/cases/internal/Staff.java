// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;

/** To whom the case pages are offered. What may really be done is decided in the services. */
final class Staff {
    private Staff() {}

    static boolean worksOnCases(Session session) {
        return imports(session) || session.actor().is(Role.PRACTITIONER);
    }

    /** Says who works with which case. */
    static boolean runsCases(Session session) {
        return session.actor().is(Role.COORDINATOR);
    }

    static boolean imports(Session session) {
        return session.actor().is(Role.COORDINATOR) || session.actor().is(Role.MANAGER);
    }
}
