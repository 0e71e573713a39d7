// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.openbarnahus.core.service.store.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * That the provider does not answer as it should: said when it begins, and seldom while it lasts. Strangers can make any number of
 * requests meanwhile, and the log is for what the operator needs to know.
 */
final class Trouble {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private final TimeSource time;
    private Instant quietUntil = Instant.EPOCH;

    Trouble(TimeSource time) {
        this.time = time;
    }

    synchronized void tell(IOException what) {
        if (time.running(quietUntil, SELDOM)) {
            return;
        }
        quietUntil = time.now().plus(SELDOM);
        LOG.warn("the identity provider does not answer as it should: {}", what.getMessage());
    }
}
