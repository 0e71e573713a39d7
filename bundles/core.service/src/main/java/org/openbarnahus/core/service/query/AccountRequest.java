// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openbarnahus.core.service.command.AccountAct;

/**
 * A grave change of an account that waits for a second person.
 *
 * @param askedBy user name of the first
 * @param until it lapses then
 * @param confirmers user names of those who can confirm it; when there is nobody, whoever runs the server does it with
 *     {@code hub admin request-confirm}
 * @param mine whether the caller asked for it
 * @param mayConfirm whether the caller is one of those who can confirm
 */
public record AccountRequest(
        UUID id,
        AccountAct act,
        String askedBy,
        Instant asked,
        Instant until,
        List<String> confirmers,
        boolean mine,
        boolean mayConfirm) {
    public AccountRequest {
        confirmers = List.copyOf(confirmers);
    }
}
