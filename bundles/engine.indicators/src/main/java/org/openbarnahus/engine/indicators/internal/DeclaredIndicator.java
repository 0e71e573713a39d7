// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.openbarnahus.core.model.condition.Moment;
import org.openbarnahus.core.model.fact.CaseFacts;
import org.openbarnahus.core.model.indicator.IndicatorDefinition;
import org.openbarnahus.core.model.indicator.IndicatorInfo;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.TallyBuilder;
import org.openbarnahus.spi.indicator.IndicatorCalculator;

/** Counts what a definition declares as data: the interpreter of {@code indicators/*.yaml}. */
record DeclaredIndicator(IndicatorDefinition definition) implements IndicatorCalculator {
    @Override
    public String id() {
        return definition.id();
    }

    @Override
    public String version() {
        return definition.version();
    }

    @Override
    public String standard() {
        return definition.standard();
    }

    @Override
    public IndicatorKind kind() {
        return definition.kind();
    }

    @Override
    public IndicatorInfo info() {
        return definition.info();
    }

    @Override
    public OptionalLong periodDay(CaseFacts facts) {
        return definition.periodDate().epochDay(facts);
    }

    @Override
    public void count(CaseFacts facts, TallyBuilder tally) {
        if (!definition.denominator().test(facts)) {
            return;
        }
        if (definition.unknown().test(facts)) {
            tally.missing();
            return;
        }
        switch (definition.kind()) {
            case SHARE, COUNT -> tally.known(definition.numerator().test(facts));
            case MEDIAN, MEAN -> measure(facts, tally);
            case DISTRIBUTION -> distribute(facts, tally);
        }
    }

    private void measure(CaseFacts facts, TallyBuilder tally) {
        OptionalLong from = day(definition.measureFrom(), facts);
        OptionalLong to = day(definition.measureTo(), facts);
        if (from.isEmpty() || to.isEmpty()) {
            tally.missing();
        } else {
            tally.days(to.getAsLong() - from.getAsLong());
        }
    }

    private static OptionalLong day(Optional<Moment> moment, CaseFacts facts) {
        return moment.isEmpty() ? OptionalLong.empty() : moment.get().epochDay(facts);
    }

    private void distribute(CaseFacts facts, TallyBuilder tally) {
        List<String> codes = definition.field().map(facts::codes).orElse(List.of());
        if (codes.isEmpty()) {
            tally.missing();
        } else {
            tally.known(true);
            new HashSet<>(codes).forEach(tally::code);
        }
    }
}
