// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;

/**
 * Something that was typed and not yet saved.
 *
 * @param place which form, with the id of its object: {@code case/1f…}
 * @param content encrypted by the store, bound to house, user and place
 */
public record DraftRecord(ServiceId service, UserId user, String place, String content, Instant at) {
    /** Keeps content out of logs. */
    @Override
    public String toString() {
        return "DraftRecord[" + place + "]";
    }
}
