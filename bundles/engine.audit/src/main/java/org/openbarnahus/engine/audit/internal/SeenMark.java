// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.Duration;
import java.time.Instant;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.AccountEvent;
import org.openbarnahus.core.service.store.ChainedEntry;

/**
 * That somebody said in a session to have seen what is told of an account. Whoever got into it says so too, and a browser becomes
 * known by the very sign-in that is to be told: so a mark counts where it was made, and elsewhere only if that can do no harm.
 *
 * @param upTo number of the newest one that was seen
 * @param browserSince since when the account was known in the browser where it was said
 */
record SeenMark(long upTo, String session, Instant browserSince) {
    /** So long something is told in every new browser, whoever said to have seen it. */
    private static final Duration FRESH = Duration.ofDays(7);

    /** Of the entry's detail; those of before have a number only, and count as said in a browser that was always known. */
    static SeenMark of(ChainedEntry entry) {
        String[] parts = entry.entry().detail().split(" ", 2);
        Instant since = parts.length == 1 ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(parts[1]));
        return new SeenMark(Long.parseLong(parts[0]), entry.entry().session(), since);
    }

    static String detail(long upTo, Session session) {
        return upTo + " " + session.browserSince().toEpochMilli();
    }

    /**
     * Whether the event need not be told any more. In a browser that was known before it happened, only what was said there ends
     * that: nobody else can say it. In a newer one also what was said in such a browser; and after some days, what was said
     * anywhere, or whoever uses a new browser each time would be told for ever.
     *
     * @param here since when the account is known in the browser that asks
     */
    boolean silences(AccountEvent event, Instant here, Instant now) {
        if (upTo < event.number()) {
            return false;
        }
        boolean saidHere = browserSince.equals(here);
        boolean newHere = !here.isBefore(event.at());
        boolean saidWhereKnown = browserSince.isBefore(event.at());
        boolean old = event.at().plus(FRESH).isBefore(now);
        return saidHere || (newHere && (saidWhereKnown || old));
    }
}
