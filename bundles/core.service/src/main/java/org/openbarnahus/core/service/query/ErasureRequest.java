// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;

/**
 * The erasure of a case that waits for a second person.
 *
 * @param askedBy user name of the first
 * @param until it lapses then
 * @param mine whether the caller asked for it; whoever did not can confirm it
 */
public record ErasureRequest(
        UUID id,
        CaseId caseId,
        CaseNumber number,
        ErasureReason reason,
        String askedBy,
        Instant asked,
        Instant until,
        boolean mine) {}
