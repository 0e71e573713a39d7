// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.service.query.TrainingState;
import org.openbarnahus.core.service.store.AccountRecord;

/** A session as it stands in the table. Whoever uses it has it as {@link Held}. */
final class LiveSession {
    volatile AccountRecord account;
    final Moment since;
    volatile Moment lastActive;
    volatile Moment lastChecked;
    /** When the second factor was proved last. */
    volatile Moment provenAt;
    /** By whose clock the house lives. */
    volatile ZoneId zone = ZoneOffset.UTC;

    final Whereabouts whereabouts = new Whereabouts();
    /** Of the browser, as a person would tell it from another. */
    volatile String browser = "";
    /** When the account became known there. */
    volatile Instant browserSince;
    /** By whom outside it was opened, if it was. */
    volatile OutsideOrigin outside = OutsideOrigin.NONE;
    /** Version of the user agreement that the account was seen to have signed; 0 when none was. */
    volatile int agreed;

    /** What was read of the account's training. */
    volatile Optional<TrainingState> training = Optional.empty();

    private final String id;
    private final Actor actor;
    private final SessionTable table;

    LiveSession(String id, Actor actor, AccountRecord account, Moment since, SessionTable table) {
        this.id = id;
        this.actor = actor;
        this.account = account;
        this.since = since;
        this.lastActive = since;
        this.lastChecked = since;
        this.provenAt = since;
        this.browserSince = since.at();
        this.table = table;
    }

    String id() {
        return id;
    }

    Actor actor() {
        return actor;
    }

    boolean alive(Held held) {
        return table.isLive(held);
    }
}
