// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.UserId;
import org.osgi.annotation.versioning.ProviderType;

/** What ties somebody to a case, as it is stored now; each is asked for only when it matters. */
@ProviderType
public interface CaseTies {
    Optional<CaseMember> membership();

    /** The person's emergency accesses to this case, also those that are over, in no order. */
    List<EmergencyAccess> emergencies();

    static CaseTies of(ReadUnit unit, CaseId id, UserId account) {
        return new CaseTies() {
            @Override
            public Optional<CaseMember> membership() {
                return unit.member(id, account);
            }

            @Override
            public List<EmergencyAccess> emergencies() {
                return unit.emergencies(id).stream()
                        .filter(access -> access.account().equals(account))
                        .toList();
            }
        };
    }

    /** Nothing at all. */
    static CaseTies none() {
        return of(Optional.empty(), List.of());
    }

    static CaseTies of(Optional<CaseMember> membership, List<EmergencyAccess> emergencies) {
        return new CaseTies() {
            @Override
            public Optional<CaseMember> membership() {
                return membership;
            }

            @Override
            public List<EmergencyAccess> emergencies() {
                return emergencies;
            }
        };
    }
}
