// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

public class SchemaComponentTest {
    @Test
    public void countriesAreReadFromEveryShapeOfConfiguration() {
        assertEquals(Set.of(), SchemaComponent.countries(Map.of()));
        assertEquals(Set.of(), SchemaComponent.countries(Map.of("country", "")));
        assertEquals(Set.of("SE"), SchemaComponent.countries(Map.of("country", "SE")));
        assertEquals(Set.of("NO", "SE"), SchemaComponent.countries(Map.of("country", " se, NO ")));
        assertEquals(Set.of("NO", "SE"), SchemaComponent.countries(Map.of("country", new String[] {"SE", "NO"})));
        assertEquals(Set.of("NO", "SE"), SchemaComponent.countries(Map.of("country", List.of("SE", "NO"))));
    }
}
