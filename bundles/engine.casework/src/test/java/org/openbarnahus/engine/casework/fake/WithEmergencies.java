// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.WriteUnit;

/** The part of a tenant's rows that are emergency accesses. */
abstract class WithEmergencies implements WriteUnit {
    public final MemoryEmergencies emergencies = new MemoryEmergencies();

    @Override
    public List<EmergencyAccess> emergencies(CaseId id) {
        return emergencies.where(e -> e.caseId().equals(id));
    }

    @Override
    public List<EmergencyAccess> emergencies(int most) {
        return emergencies.first(most);
    }

    @Override
    public List<EmergencyAccess> emergencies(UserId account, int most) {
        return emergencies.where(e -> e.account().equals(account));
    }

    @Override
    public Optional<EmergencyAccess> emergency(UUID id) {
        return emergencies.where(e -> e.id().equals(id)).stream().findFirst();
    }

    @Override
    public void insert(EmergencyAccess access) {
        emergencies.rows.add(access);
    }

    @Override
    public void update(EmergencyAccess access) {
        emergencies.update(access);
    }
}
