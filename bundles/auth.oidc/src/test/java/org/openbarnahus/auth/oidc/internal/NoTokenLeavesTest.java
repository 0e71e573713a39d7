// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbarnahus.core.service.gate.OutsideGate.Arrival;
import org.openbarnahus.core.service.gate.OutsideGate.Departure;
import org.openbarnahus.core.service.gate.OutsideGate.Proved;

/** Tokens are read here and dropped: neither a browser nor anything behind the gate ever gets one (ASVS 10.1.1). */
public class NoTokenLeavesTest extends WithProvider {
    @Test
    public void nothingThatTheGateGivesOutHoldsAToken() throws Exception {
        provider.out = provider.address() + "/out";
        List<String> tokens = new ArrayList<>();
        provider.signer = claims -> {
            tokens.add(FakeProvider.signed(provider.key, claims));
            return tokens.getLast();
        };
        Departure away = House.depart(gate);
        Map<String, String> answer = provider.signIn(away.address());
        assertEquals(Arrival.DONE, gate.arrive(away.secret(), answer));
        Proved proved = gate.proved(away.secret()).orElseThrow();
        List<String> given = new ArrayList<>(List.of(
                away.address(),
                away.secret(),
                proved.errand().toString(),
                proved.issuer(),
                proved.subject(),
                proved.session(),
                gate.wayOut().orElseThrow()));
        for (Field field : House.class.getDeclaredFields()) {
            given.add(String.valueOf(field.get(house)));
        }
        String signature = tokens.getFirst().substring(tokens.getFirst().lastIndexOf('.') + 1);
        for (String each : given) {
            assertFalse(each, each.contains(signature) || each.contains("eyJ") || each.contains("access"));
        }
        assertEquals("what is proved is who and when, and nothing else", 5, Proved.class.getRecordComponents().length);
    }
}
