// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import static org.junit.Assert.assertEquals;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.service.gate.OutsideGate.Arrival;
import org.openbarnahus.core.service.gate.OutsideGate.Departure;

/** A provider and a house that trusts it, new for every test. */
public abstract class WithProvider {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    FakeProvider provider;
    House house;
    OidcGate gate;

    @Before
    public void start() throws Exception {
        provider = new FakeProvider();
        house = new House(provider, SettingsTest.secret(folder, "rw-------"));
        gate = house.gate();
    }

    @After
    public void stop() {
        provider.close();
    }

    /** The whole way, with whatever was changed before. */
    Arrival way() {
        Departure away = House.depart(gate);
        return gate.arrive(away.secret(), provider.signIn(away.address()));
    }

    void refused() {
        assertEquals(Arrival.REFUSED, way());
    }

    String audited() {
        return house.trail.isEmpty() ? "" : house.trail.getLast().detail();
    }
}
