// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.LegalHoldService;
import org.openbarnahus.core.service.RetentionService;
import org.openbarnahus.core.service.SchemaService;

/** What the parts of the page of erasures share that are about keeping cases. */
record Keeping(ErasureDesk desk, RetentionService retention, LegalHoldService holds, SchemaService schemas) {
    /** As engine.access decides; here it only spares a dead end, and an entry in the trail. */
    static boolean holds(Session session) {
        return session.actor().is(Role.MANAGER) || session.actor().is(Role.DPO);
    }
}
