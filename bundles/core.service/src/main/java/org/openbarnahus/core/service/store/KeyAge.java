// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;

/**
 * How long a key is meant to be used, by the inventory of cryptography (docs/auditor/cryptography.md).
 *
 * @param key its name: {@code root}, {@code site}, {@code backup} or {@code tenant-} and the id of a house
 * @param made when its newest version was made; a copy of the folder that forgets the times of files makes keys younger
 * @param due when it should have a new one
 */
public record KeyAge(String key, Instant made, Instant due) {
    public boolean overdue(Instant now) {
        return due.isBefore(now);
    }
}
