// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An alert.
 *
 * @param rule {@code denied}, {@code denial_burst}, {@code bulk_read}, {@code bulk_list},
 *     {@code bulk_figures}, {@code odd_hours}, {@code guessing}, {@code audit_chain}
 * @param username whom it is about, empty text when nobody is known
 * @param count events of the rule and the person within the hour
 */
public record AlertInfo(
        UUID id,
        String rule,
        String username,
        Instant first,
        Instant last,
        long count,
        Optional<Acknowledgement> acknowledged) {
    /** Who has seen to it, and how. */
    public record Acknowledgement(String username, Instant at, String note) {}
}
