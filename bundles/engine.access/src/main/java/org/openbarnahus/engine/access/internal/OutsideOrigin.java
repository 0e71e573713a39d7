// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import org.openbarnahus.core.service.gate.OutsideGate.SignedOut;

/**
 * By whom a session was opened out there; empty texts when it was opened here.
 *
 * @param session what the provider calls its own session; empty when it did not say
 */
record OutsideOrigin(String issuer, String subject, String session) {
    static final OutsideOrigin NONE = new OutsideOrigin("", "", "");

    /** Whether what ended there is what opened this: that very session there, or all of the person's. */
    boolean endsWith(SignedOut over) {
        boolean person = over.subject().isEmpty() || over.subject().equals(subject);
        boolean there =
                over.session().isEmpty() || session.isEmpty() || over.session().equals(session);
        boolean named = !over.subject().isEmpty()
                || (!over.session().isEmpty() && over.session().equals(session));
        return !issuer.isEmpty() && issuer.equals(over.issuer()) && person && there && named;
    }
}
