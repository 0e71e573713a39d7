// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Session;

/** Somebody who is signed in. */
record Signed(String id, Actor actor) implements Session {
    @Override
    public boolean alive() {
        return true;
    }
}
