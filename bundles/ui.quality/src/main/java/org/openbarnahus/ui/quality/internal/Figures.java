// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.openbarnahus.core.model.indicator.IndicatorInfo;
import org.openbarnahus.core.model.indicator.IndicatorInfo.Direction;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import org.openbarnahus.core.model.indicator.IndicatorValue.Part;
import org.openbarnahus.core.model.indicator.Tally;
import org.openbarnahus.ui.kit.text.Texts;

/** Numbers of indicators in the reader's words. */
record Figures(Texts texts) {
    /** Below this many cases one case more or less changes the figure a lot. */
    static final int FEW = 5;

    private static final double PERCENT = 100.0;

    /** A number that the value rests on, with its name. */
    record Line(String label, String number) {}

    /** How the value stands to what is wished for. */
    enum Standing {
        REACHED,
        MISSED,
        NONE
    }

    String number(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** The number with its unit, as {@code 87.5 %}; a dash when there is none. */
    String value(OptionalDouble value, String unit) {
        return value.isPresent() ? texts.get("quality.unit." + unit, number(value.getAsDouble())) : "–";
    }

    /** The count of a whole period, or that it is small. Beside few cases everything is withheld, also what is not small. */
    private String count(IndicatorValue value, Part part, long cases) {
        boolean small = value.withholds(part) && (part == Part.DENOMINATOR || !value.withholds(Part.DENOMINATOR));
        return small ? texts.get("quality.few.number", FEW) : quarterly(value, part, cases);
    }

    /** Of quarters larger ones are withheld beside small ones, and which is which is not said. */
    String quarterly(IndicatorValue value, Part part, long cases) {
        return value.withholds(part) ? texts.get("quality.few.withheld") : number(cases);
    }

    /** One of the values of an indicator, with its unit, or that it is withheld. */
    String value(IndicatorValue of, Part part) {
        OptionalDouble number = part == Part.P90 ? of.p90() : of.value();
        return of.withholds(part) ? texts.get("quality.few.withheld") : value(number, unit(of));
    }

    /** Share of the whole in per cent; a dash of nothing. */
    String share(long part, long whole) {
        return value(whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(PERCENT * part / whole), "percent");
    }

    String unit(IndicatorValue value) {
        return value.info().map(IndicatorInfo::unit).orElse("cases");
    }

    /** The quarter in which the day lies. */
    String quarter(LocalDate day) {
        return texts.get("quality.quarter", day.get(java.time.temporal.IsoFields.QUARTER_OF_YEAR), day.getYear());
    }

    /** What the value rests on: cases counted, fulfilled, missing, left out, and P90 of a median. */
    List<Line> lines(IndicatorValue value) {
        Tally tally = value.tally();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(texts.get("quality.n"), count(value, Part.DENOMINATOR, tally.denominator())));
        if (value.kind() == IndicatorKind.SHARE) {
            lines.add(new Line(
                    texts.get("quality.numerator"),
                    value.withholds(Part.NUMERATOR)
                            ? texts.get("quality.few.withheld")
                            : texts.get("quality.of", number(tally.numerator()), number(tally.denominator()))));
        }
        if (value.kind() == IndicatorKind.COUNT) {
            lines.add(new Line(
                    texts.get("quality.numerator"),
                    value.withholds(Part.NUMERATOR) ? texts.get("quality.few.withheld") : number(tally.numerator())));
        }
        if (value.kind() == IndicatorKind.MEDIAN) {
            lines.add(new Line(texts.get("quality.p90"), value(value, Part.P90)));
        }
        lines.add(new Line(texts.get("quality.missing"), count(value, Part.MISSING, tally.missing())));
        lines.add(new Line(texts.get("quality.excluded"), count(value, Part.EXCLUDED, tally.excluded())));
        return lines;
    }

    /** A word of caution about small numbers. */
    Optional<String> caution(IndicatorValue value) {
        if (!value.withheld().isEmpty()) {
            return Optional.of(texts.get("quality.few.help", FEW));
        }
        long n = value.tally().denominator();
        if (n == 0) {
            return Optional.of(texts.get("quality.none"));
        }
        return n < FEW ? Optional.of(texts.get("quality.few", FEW)) : Optional.empty();
    }

    /** Target with unit, marked when it is a proposal. */
    Optional<String> target(IndicatorInfo info) {
        return info.target()
                .map(t -> texts.get(
                        info.proposal() ? "quality.target.proposal" : "quality.target",
                        value(OptionalDouble.of(t), info.unit())));
    }

    static Standing standing(IndicatorValue value) {
        IndicatorInfo info = value.info().orElse(null);
        if (info == null || info.target().isEmpty() || value.value().isEmpty() || info.direction() == Direction.NONE) {
            return Standing.NONE;
        }
        double wished = info.target().get();
        double is = value.value().getAsDouble();
        boolean reached = info.direction() == Direction.HIGHER ? is >= wished : is <= wished;
        return reached ? Standing.REACHED : Standing.MISSED;
    }
}
