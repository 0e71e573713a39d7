// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long an account stays open, for its manager. Days only, in UTC: when during a day somebody works is not for this page.
 *
 * @param lastUsed empty for whoever has never signed in
 * @param unusedUntil the last day on which it is open if nobody signs in
 * @param closesSoon whether it closes within a week if nobody signs in
 */
public record AccessStanding(
        AccountInfo account,
        Optional<LocalDate> lastUsed,
        LocalDate unusedUntil,
        boolean closesSoon,
        Optional<Closed> closed,
        Review review) {
    /** That it was closed by itself, and the day. */
    public record Closed(AccountClosure.Reason reason, LocalDate day) {}

    /**
     * Whether somebody has said that the person still needs the access.
     *
     * @param confirmed when last
     * @param due when again
     * @param until the last day on which it is open without
     * @param overdue whether it is open and due now
     * @param mayConfirm whether the caller may: not the own account while somebody else can
     */
    public record Review(LocalDate confirmed, LocalDate due, LocalDate until, boolean overdue, boolean mayConfirm) {}
}
