// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.List;

/**
 * A page of the audit trail.
 *
 * @param next to ask for the page after this one, 0 when this is the last
 */
public record AuditPage(List<AuditLine> lines, long next) {
    public AuditPage {
        lines = List.copyOf(lines);
    }
}
