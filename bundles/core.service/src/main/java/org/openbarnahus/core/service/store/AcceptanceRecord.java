// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import org.openbarnahus.core.model.id.UserId;

/**
 * A user agreement that a member of staff has signed. Name, title and organisation are the signer's own.
 *
 * @param version of the text, counted per house
 * @param language two letters, of the text that was read
 * @param hash SHA-256 of the text in hex
 */
public record AcceptanceRecord(
        UserId account,
        int version,
        String language,
        String hash,
        String name,
        String title,
        String organisation,
        Instant at) {}
