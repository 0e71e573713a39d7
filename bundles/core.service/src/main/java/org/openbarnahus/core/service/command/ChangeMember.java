// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

import java.time.LocalDate;
import java.util.Optional;
import org.openbarnahus.core.model.id.CaseId;

/**
 * Somebody is to work with a case, or no longer.
 *
 * @param expectedVersion of the case's members, as they were read
 * @param lastDay absent for as long as the case is worked on; without meaning when somebody is taken off
 * @param takeOff whether access ends now
 */
public record ChangeMember(
        CaseId caseId, long expectedVersion, String username, Optional<LocalDate> lastDay, boolean takeOff) {}
