// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

import org.openbarnahus.core.model.id.CaseId;

/** A new entry on a case's timeline. */
public record RecordEntry(CaseId caseId, NewEntry entry) {}
