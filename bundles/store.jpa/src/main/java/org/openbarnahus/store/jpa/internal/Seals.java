// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.KeyService;
import org.openbarnahus.core.service.store.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens what lets somebody in. What does not open was written by somebody else than the product: it counts as if it were not there,
 * and that is told in the log and in the trail, from which an alert comes, once an hour for each account and kind.
 */
final class Seals {
    private static final Logger LOG = LoggerFactory.getLogger(Seals.class);
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int REMEMBERED = 1_000;

    private final KeyService keys;
    private final AuditQueue trail;
    private final TimeSource time;
    private final Map<String, Instant> told = new HashMap<>();

    Seals(KeyService keys, AuditQueue trail, TimeSource time) {
        this.keys = keys;
        this.trail = trail;
        this.time = time;
    }

    KeyService keys() {
        return keys;
    }

    byte[] sealed(byte[] plain, String place) {
        return keys.encryptSite(plain, place);
    }

    Optional<byte[]> opened(byte[] sealed, String place, UUID account, String kind) {
        return opened(() -> keys.decryptSite(sealed, place), account, kind);
    }

    /** Whatever is made by opening something. Keys that are away are no damage, and pass through. */
    <T> Optional<T> opened(Supplier<T> opening, UUID account, String kind) {
        try {
            return Optional.of(opening.get());
        } catch (IllegalStateException e) {
            tell(account, kind);
            return Optional.empty();
        }
    }

    private void tell(UUID account, String kind) {
        Instant now = time.now();
        if (first(account + " " + kind, now)) {
            LOG.error(
                    "a row of account {} ({}) was not written by the product: it counts as if it were not there. Somebody else"
                            + " writes to the database, or the keys are not those it was written with",
                    account,
                    kind);
            trail.add(AuditEntry.ofTheSite(
                    now, AuditEntry.Action.SIGN_IN, "seal", account.toString(), AuditEntry.Result.REFUSED, kind));
        }
    }

    private synchronized boolean first(String what, Instant now) {
        Instant before = told.get(what);
        if (before != null && !now.isBefore(before) && now.isBefore(before.plus(AGAIN))) {
            return false;
        }
        if (told.size() >= REMEMBERED) {
            told.clear();
        }
        told.put(what, now);
        return true;
    }
}
