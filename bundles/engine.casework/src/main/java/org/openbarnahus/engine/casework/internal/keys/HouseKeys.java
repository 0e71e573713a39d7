// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.keys;

import java.util.Set;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.HouseKeyService;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.KeyState;
import org.openbarnahus.core.service.store.HouseKeyStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.casework.internal.save.Callers;
import org.openbarnahus.engine.casework.internal.save.ServiceClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** State and renewal of the own house's keys. Needs no law. */
@Component(service = HouseKeyService.class)
public final class HouseKeys implements HouseKeyService {
    private final Callers callers;
    private final HouseKeyStore store;

    @Activate
    public HouseKeys(
            @Reference CaseGate access,
            @Reference SchemaGate schema,
            @Reference HouseKeyStore store,
            @Reference SiteStore site,
            @Reference TimeSource time) {
        this.callers = new Callers(access, schema, new ServiceClock(time, site));
        this.store = store;
    }

    @Override
    @Requires(Permission.KEY_READ)
    public Outcome<KeyState> state(Session session) {
        return callers.admit(session, Permission.KEY_READ).map(caller -> store.state(caller.service()));
    }

    @Override
    @Requires(Permission.KEY_OPERATE)
    public Outcome<KeyState> renew(Session session) {
        return callers.admit(session, Permission.KEY_OPERATE).map(caller -> {
            store.renew(
                    caller.service(),
                    caller.did(
                            AuditEntry.Action.CONFIGURE,
                            "key",
                            "tenant-" + caller.service(),
                            Set.of(),
                            "rotation-started"));
            return store.state(caller.service());
        });
    }
}
