// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.List;

/**
 * Who works with a case today, by name.
 *
 * @param version of the whole, for changing it
 */
public record CaseTeam(List<Colleague> members, long version) {
    public CaseTeam {
        members = List.copyOf(members);
    }
}
