// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import org.openbarnahus.core.security.AuditEntry;

/**
 * One entry of the audit trail with the names that people know.
 *
 * @param username empty text when nobody was known
 * @param caseNumber when the entry is about one case, else empty text
 */
public record AuditLine(long seq, AuditEntry entry, String username, String caseNumber) {}
