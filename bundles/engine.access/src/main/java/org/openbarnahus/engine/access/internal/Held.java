// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Instant;
import java.util.Optional;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Session;

/**
 * A living session as somebody holds it: under one of its secrets. What the newest secret is good for, one that was exchanged is
 * not, however long a request that began under it takes. Each secret has one of these, and only the one in {@link Secrets} is
 * worth anything.
 */
final class Held implements Session {
    private final LiveSession live;

    Held(LiveSession live) {
        this.live = live;
    }

    /** The session that is held; empty for one that this bundle has never handed out. */
    static Optional<LiveSession> behind(Session session) {
        return session instanceof Held held ? Optional.of(held.live) : Optional.empty();
    }

    LiveSession live() {
        return live;
    }

    @Override
    public String id() {
        return live.id();
    }

    @Override
    public Actor actor() {
        return live.actor();
    }

    @Override
    public Instant browserSince() {
        return live.browserSince;
    }

    @Override
    public boolean alive() {
        return live.alive(this);
    }

    @Override
    public String toString() {
        return "Session[" + id() + "]";
    }
}
