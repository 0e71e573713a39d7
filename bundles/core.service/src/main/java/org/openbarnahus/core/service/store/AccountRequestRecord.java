// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.command.AccountAct;

/** A grave change of an account that somebody has asked for and somebody else has to confirm. */
public record AccountRequestRecord(
        UUID id, ServiceId service, AccountAct act, UserId askedBy, Instant asked, Instant until) {}
