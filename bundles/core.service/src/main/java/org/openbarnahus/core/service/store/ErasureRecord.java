// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.query.ErasureReason;

/** The erasure of a case that somebody has asked for and somebody else has to confirm. */
public record ErasureRecord(
        UUID id,
        ServiceId service,
        CaseId caseId,
        CaseNumber number,
        ErasureReason reason,
        UserId askedBy,
        Instant asked,
        Instant until) {}
