// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import org.openbarnahus.core.security.Session;

/**
 * @param secret what the browser holds in its cookie; nothing else may keep or log it
 */
public record SignedIn(Session session, String secret) {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "SignedIn[" + session.id() + "]";
    }
}
