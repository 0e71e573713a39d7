// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import org.openbarnahus.core.model.id.UserId;

/**
 * An account and who its owner is at a provider outside.
 *
 * @param username of the account, for looking it up
 * @param issuer at most 255 characters, as is
 * @param subject at most 255 characters
 */
public record OutsideLink(UserId account, String username, String issuer, String subject, Instant linked) {
    /** Keeps people out of logs. */
    @Override
    public String toString() {
        return "OutsideLink[" + account + "]";
    }
}
