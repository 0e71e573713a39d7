// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.StaleVersionException;

/** Emergency accesses of one tenant; checks versions as the database does. */
public final class MemoryEmergencies {
    public final List<EmergencyAccess> rows = new ArrayList<>();

    List<EmergencyAccess> where(Predicate<EmergencyAccess> wanted) {
        return rows.stream().filter(wanted).toList();
    }

    List<EmergencyAccess> first(int most) {
        Comparator<EmergencyAccess> order = Comparator.comparing(e -> e.review().isPresent());
        return rows.stream()
                .sorted(order.thenComparing(EmergencyAccess::since, Comparator.reverseOrder()))
                .limit(most)
                .toList();
    }

    void update(EmergencyAccess access) {
        if (!rows.removeIf(e -> e.id().equals(access.id()) && e.version() + 1 == access.version())) {
            throw new StaleVersionException();
        }
        rows.add(access);
    }
}
