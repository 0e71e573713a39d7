// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.condition.Moment;
import org.openbarnahus.core.model.indicator.IndicatorDefinition;
import org.openbarnahus.core.model.indicator.IndicatorInfo;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.engine.schema.internal.pack.Reference.Use;

/** Reads {@code indicators/*.yaml}. */
final class IndicatorsReader {
    private static final Set<Scope> CASE = Set.of(Scope.CASE);

    private final Reading reading;
    private final Problems problems;
    private final List<Located<IndicatorDefinition>> indicators = new ArrayList<>();

    IndicatorsReader(Reading reading) {
        this.reading = reading;
        this.problems = reading.problems();
    }

    List<Located<IndicatorDefinition>> indicators() {
        return indicators;
    }

    void read(Piece document) {
        Keyed.of(document, problems).ifPresent(file -> {
            file.items("indicators").forEach(p -> Keyed.of(p, problems).ifPresent(this::indicator));
            file.finish();
        });
    }

    private void indicator(Keyed keyed) {
        ConditionReader conditions = reading.conditions();
        Optional<String> id = keyed.requiredText("id");
        Optional<String> version = keyed.requiredText("version");
        Optional<String> standard = keyed.requiredText("standard");
        keyed.required("kind");
        Optional<IndicatorKind> kind = keyed.choice("kind", IndicatorKind.class);
        Optional<Moment> period = keyed.required("period").map(conditions::moment);
        Condition denominator = conditions.condition(keyed.piece("denominator"), CASE, Condition.ALWAYS);
        Condition unknown = conditions.condition(keyed.piece("unknown"), CASE, ConditionReader.NEVER);
        Condition numerator = conditions.condition(keyed.piece("numerator"), CASE, Condition.ALWAYS);
        Optional<Keyed> measure = keyed.piece("measure").flatMap(p -> Keyed.of(p, problems));
        Optional<Moment> from = measure.flatMap(m -> m.required("from")).map(conditions::moment);
        Optional<Moment> to = measure.flatMap(m -> m.required("to")).map(conditions::moment);
        measure.ifPresent(Keyed::finish);
        Optional<FieldId> field = field(keyed);
        IndicatorInfo info = info(keyed);
        keyed.finish();
        id.ifPresent(i -> claim(i, keyed.place("id")));
        kind.ifPresent(k -> shape(keyed, k));
        if (id.isEmpty() || version.isEmpty() || standard.isEmpty() || kind.isEmpty() || period.isEmpty()) {
            return;
        }
        indicators.add(new Located<>(
                new IndicatorDefinition(
                        id.get(),
                        reading.head().code(),
                        version.get(),
                        standard.get(),
                        kind.get(),
                        period.get(),
                        denominator,
                        unknown,
                        numerator,
                        from,
                        to,
                        field,
                        info),
                keyed.place("id")));
    }

    /** The network's own indicators are called BH-…; every other pack's begin with its code. */
    private void claim(String id, Place place) {
        boolean network = reading.head().kind() == PackHead.Kind.INDICATORS && id.startsWith("BH-");
        reading.claim("indicator", id, place, network ? "" : reading.head().prefix());
    }

    private void shape(Keyed keyed, IndicatorKind kind) {
        switch (kind) {
            case SHARE -> keyed.required("numerator");
            case MEDIAN, MEAN -> keyed.required("measure");
            case DISTRIBUTION -> keyed.required("field");
            case COUNT -> {
                // everything has a default
            }
        }
    }

    private Optional<FieldId> field(Keyed keyed) {
        Optional<FieldId> field = keyed.text("field").filter(FieldId::isValid).map(FieldId::of);
        if (keyed.has("field") && field.isEmpty()) {
            problems.add(keyed.place("field"), "not a field id", "name a coded field of the case");
        }
        field.ifPresent(f ->
                reading.references().add(new Reference.ToField(f, Use.CODES, Set.of(), CASE, keyed.place("field"))));
        return field;
    }

    private IndicatorInfo info(Keyed keyed) {
        Map<String, String> units = Map.of("percent", "percent", "cases", "cases", "days", "days");
        keyed.required("unit");
        return new IndicatorInfo(
                keyed.choice("unit", units).orElse("cases"),
                keyed.choice("direction", IndicatorInfo.Direction.class).orElse(IndicatorInfo.Direction.NONE),
                keyed.number("target"),
                keyed.flag("target_is_proposal"),
                keyed.text("source").orElse(""));
    }
}
