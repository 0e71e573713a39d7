// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public final class ChartsTest {
    private final Charts charts = new Charts(new Figures(OwnTexts.in("en")));

    private static JsonNode read(String option) {
        return JsonMapper.builder().build().readTree(option);
    }

    @Test
    public void aQuarterWithoutAValueIsAGapAndNotZero() {
        JsonNode option = read(charts.quarters("Share", List.of(Values.share(1, 3), Values.share(0, 0))));
        JsonNode data = option.at("/series/0/data");
        assertEquals(33.3, data.get(0).asDouble(), 0.001);
        assertTrue(data.get(1).isNull());
        assertEquals("Q1 2026", option.at("/xAxis/data/0").asString());
    }

    @Test
    public void aShareIsDrawnUpToAHundredWithItsTarget() {
        JsonNode option = read(charts.quarters("Share", List.of(Values.share(1, 2))));
        assertEquals(100, option.at("/yAxis/max").asInt());
        assertEquals(100.0, option.at("/series/0/markLine/data/0/yAxis").asDouble(), 0);
    }

    @Test
    public void aMedianIsDrawnWithItsP90() {
        JsonNode option = read(charts.quarters("Days", List.of(Values.median(12, 40))));
        assertEquals(2, option.at("/series").size());
        assertEquals(40.0, option.at("/series/1/data/0").asDouble(), 0);
    }

    @Test
    public void labelsStayDataWhateverTheyHold() {
        JsonNode option = read(charts.distribution("\"],", List.of(new Charts.Bar("</script>\"", 4))));
        assertEquals("</script>\"", option.at("/yAxis/data/0").asString());
        assertEquals("richText", option.at("/tooltip/renderMode").asString());
        assertEquals(4, option.at("/series/0/data/0").asInt());
    }
}
