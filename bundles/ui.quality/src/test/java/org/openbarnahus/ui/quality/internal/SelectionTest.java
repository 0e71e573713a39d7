// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openbarnahus.core.model.value.CoreField;

public final class SelectionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    private static Selection parse(Map<String, String> query) {
        return Selection.parse(
                query.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
                TODAY);
    }

    @Test
    public void anEmptyAddressAsksForTheLastTwelveMonths() {
        Selection selection = parse(Map.of());
        assertEquals(Optional.empty(), selection.indicator());
        assertEquals(Period.of(Period.Preset.LAST_12_MONTHS, TODAY), selection.period());
        assertEquals(Map.of(), selection.codes());
    }

    @Test
    public void whatTheAddressSaysComesBackAsTheSameAddress() {
        Map<String, String> query = Map.of(
                "indicator",
                "BH-1.3-01",
                "from",
                "2025-01-01",
                "to",
                "2025-12-31",
                "sex",
                "girl",
                "municipality",
                "0580");
        assertEquals(query, parse(query).query());
    }

    @Test
    public void parametersThatMeanNothingHereAreLeftOut() {
        Selection selection = parse(Map.of("from", "yesterday", "to", "<script>", "age", "9", "sex", "x".repeat(65)));
        assertEquals(Set.of("from", "to"), selection.query().keySet());
    }

    @Test
    public void aFilterIsHandedToTheServiceAsOneCode() {
        Selection selection = parse(Map.of("sex", "girl"));
        assertEquals(Map.of(CoreField.SEX, Set.of("girl")), selection.codes());
        assertEquals(Map.of(), selection.withFilter(CoreField.SEX, "").codes());
    }

    /** Whoever confirms with the second factor comes back to it. */
    @Test
    public void itsAddressAsksForTheSame() {
        Selection selection =
                parse(Map.of("indicator", "a b", "from", "2025-01-01", "to", "2025-06-30", "sex", "girl"));
        assertEquals("/quality?from=2025-01-01&indicator=a+b&sex=girl&to=2025-06-30", selection.address());
    }

    @Test
    public void anotherIndicatorKeepsPeriodAndFilter() {
        Selection selection = parse(Map.of("indicator", "a", "from", "2025-01-01", "to", "2025-06-30", "sex", "girl"));
        Selection other = selection.withIndicator("b");
        assertEquals(selection.period(), other.period());
        assertEquals(selection.filter(), other.filter());
        assertEquals(Optional.of("b"), other.indicator());
    }
}
