// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.EntryId;

/**
 * @param restore false takes the entry off the timeline, true puts it back
 */
public record RemoveEntry(CaseId caseId, EntryId id, long expectedVersion, boolean restore) {}
