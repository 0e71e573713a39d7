// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import org.openbarnahus.core.security.Session;

/**
 * @param secret what the browser holds in its cookie; nothing else may keep or log it
 * @param tookOver whether it ended another living session of the same account
 */
public record SignedIn(Session session, String secret, boolean tookOver) {
    public SignedIn(Session session, String secret) {
        this(session, secret, false);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "SignedIn[" + session.id() + "]";
    }
}
