// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.util.Optional;
import java.util.OptionalLong;
import org.openbarnahus.core.model.fact.CaseFacts;
import org.openbarnahus.core.model.indicator.IndicatorInfo;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.TallyBuilder;
import org.openbarnahus.spi.indicator.IndicatorCalculator;

/** Counts every dated case; throws when asked for a mean. */
record FakeCalculator(String id, IndicatorKind kind) implements IndicatorCalculator {
    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String standard() {
        return "1.3";
    }

    @Override
    public IndicatorInfo info() {
        return new IndicatorInfo("cases", IndicatorInfo.Direction.NONE, Optional.empty(), false, "test");
    }

    @Override
    public OptionalLong periodDay(CaseFacts facts) {
        return Schemas.CASE_DATE.epochDay(facts);
    }

    @Override
    public void count(CaseFacts facts, TallyBuilder tally) {
        if (kind == IndicatorKind.MEAN) {
            throw new IllegalStateException("quotes facts");
        }
        tally.known(true);
    }
}
