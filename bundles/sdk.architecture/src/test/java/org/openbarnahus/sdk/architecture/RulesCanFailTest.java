// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/** A rule that cannot fail says nothing: each one is broken on purpose by classes beside this test. */
public class RulesCanFailTest {
    @Test
    public void everyRuleIsBrokenByItsFixture() {
        JavaClasses fixtures = Repository.fixtures();
        List<String> tame = Stream.concat(Rules.ALL.stream(), Dangers.ALL.stream())
                .filter(rule -> !rule.allowEmptyShould(true).evaluate(fixtures).hasViolation())
                .map(ArchRule::getDescription)
                .toList();
        assertEquals(List.of(), tame);
    }

    @Test
    public void aCountryMayUseTheSpiAndTheModelOnly() {
        assertTrue(allowed("country.se.internal", "spi.rule"));
        assertTrue(allowed("country.se.internal", "core.model.id"));
        assertFalse(allowed("country.se.internal", "core.service"));
        assertFalse(allowed("country.se.internal", "ui.kit"));
        assertTrue(allowed("country.se.internal.view", "ui.kit"));
    }

    @Test
    public void enginesNeverMeet() {
        assertFalse(allowed("engine.rules.internal", "engine.schema"));
        assertTrue(allowed("engine.rules.internal", "core.service.gate"));
    }

    @Test
    public void theOutsideNeverReachesAnEngineAStoreOrACountry() {
        for (String inside : List.of("engine.access", "store.jpa", "country.se", "spi.rule")) {
            assertFalse(inside, allowed("ui.cases.internal", inside));
            assertFalse(inside, allowed("rest.api.internal", inside));
        }
    }

    @Test
    public void theCaseModelUsesNothing() {
        assertFalse(allowed("core.model.casefile", "core.security"));
        assertTrue(allowed("core.service", "core.security"));
        assertFalse(allowed("core.security", "core.service"));
    }

    @Test
    public void anUnknownLayerMayUseNothing() {
        assertFalse(allowed("common.things", "core.model"));
    }

    private static boolean allowed(String from, String to) {
        return Layers.allows(Layers.ROOT + from, Layers.ROOT + to);
    }
}
