// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.condition.Moment;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.engine.schema.internal.pack.Piece.Scalar;
import org.openbarnahus.engine.schema.internal.pack.Reference.Use;

/** Reads conditions and moments, and notes every field and activity type they name. */
public final class ConditionReader {
    /** Satisfied by nothing. */
    public static final Condition NEVER = new Condition.Any(List.of());

    private final Problems problems;
    private final List<Reference> references;

    ConditionReader(Problems problems, List<Reference> references) {
        this.problems = problems;
        this.references = references;
    }

    /**
     * @param scopes where the fields that the condition names must be asked for
     */
    Condition condition(Optional<Piece> piece, Set<Scope> scopes, Condition otherwise) {
        return piece.map(p -> condition(p, scopes)).orElse(otherwise);
    }

    Condition condition(Piece piece, Set<Scope> scopes) {
        if (piece instanceof Scalar scalar && scalar.text().equals("always")) {
            return Condition.ALWAYS;
        }
        return Keyed.of(piece, problems)
                .map(keyed -> {
                    Condition condition = condition(keyed, scopes);
                    keyed.finish();
                    return condition;
                })
                .orElse(NEVER);
    }

    Moment moment(Piece piece) {
        Moment unread = new Moment.EventDate("unread", NEVER, false);
        return Keyed.of(piece, problems)
                .map(keyed -> {
                    Moment moment = keyed.has("event") ? eventDate(keyed) : fieldDate(keyed, unread);
                    keyed.finish();
                    return moment;
                })
                .orElse(unread);
    }

    private Moment fieldDate(Keyed keyed, Moment otherwise) {
        keyed.piece("event");
        return field(keyed, Use.DATE, Set.of(), Set.of(Scope.CASE))
                .<Moment>map(Moment.FieldDate::new)
                .orElse(otherwise);
    }

    private Moment eventDate(Keyed keyed) {
        String type = event(keyed);
        boolean last = keyed.text("pick").orElse("first").equals("last");
        if (!Set.of("first", "last").contains(keyed.text("pick").orElse("first"))) {
            problems.add(keyed.place("pick"), "pick is neither first nor last", "use first or last");
        }
        return new Moment.EventDate(type, where(keyed, type), last);
    }

    private Condition condition(Keyed keyed, Set<Scope> scopes) {
        if (keyed.has("all")) {
            return new Condition.All(each(keyed, "all", scopes));
        }
        if (keyed.has("any")) {
            return new Condition.Any(each(keyed, "any", scopes));
        }
        Optional<Piece> not = keyed.piece("not");
        if (not.isPresent()) {
            return new Condition.Not(condition(not.get(), scopes));
        }
        if (keyed.has("field")) {
            return comparison(keyed, scopes);
        }
        if (keyed.has("event")) {
            String type = event(keyed);
            return new Condition.EventExists(type, where(keyed, type), keyed.whole("at_least", 1));
        }
        Optional<Piece> days = keyed.piece("days_between");
        if (days.isPresent()) {
            return daysBetween(days.get());
        }
        problems.add(keyed.place(), "not a condition", "begin with all, any, not, field, event or days_between");
        return NEVER;
    }

    private List<Condition> each(Keyed keyed, String key, Set<Scope> scopes) {
        return keyed.items(key).stream().map(p -> condition(p, scopes)).toList();
    }

    private Condition comparison(Keyed keyed, Set<Scope> scopes) {
        if (keyed.has("in")) {
            Set<String> codes = new TreeSet<>(keyed.texts("in"));
            if (codes.isEmpty()) {
                problems.add(keyed.place("in"), "'in' names no code", "name at least one");
            }
            return field(keyed, Use.CODES, codes, scopes)
                    .<Condition>map(f -> new Condition.FieldIn(f, codes))
                    .orElse(NEVER);
        }
        if (keyed.has("between")) {
            return between(keyed, scopes);
        }
        if (keyed.has("present")) {
            boolean present = keyed.flag("present");
            Condition is = field(keyed, Use.ANY, Set.of(), scopes)
                    .<Condition>map(Condition.FieldPresent::new)
                    .orElse(NEVER);
            return present ? is : new Condition.Not(is);
        }
        field(keyed, Use.ANY, Set.of(), scopes);
        problems.add(
                keyed.place(), "the field is compared with nothing", "add in: […], between: [a, b] or present: true");
        return NEVER;
    }

    private Condition between(Keyed keyed, Set<Scope> scopes) {
        List<Piece> bounds = keyed.items("between");
        Optional<FieldId> field = field(keyed, Use.NUMBER, Set.of(), scopes);
        if (bounds.size() != 2) {
            problems.add(keyed.place("between"), "'between' needs two bounds", "write [0, 5]; null leaves a side open");
            return NEVER;
        }
        List<@Nullable Long> read = new ArrayList<>();
        bounds.forEach(b -> read.add(bound(b)));
        return field.<Condition>map(f -> new Condition.NumberBetween(f, read.get(0), read.get(1)))
                .orElse(NEVER);
    }

    private @Nullable Long bound(Piece piece) {
        if (piece instanceof Scalar scalar && (scalar.isNull() || scalar.text().matches("-?\\d{1,9}"))) {
            return scalar.isNull() ? null : Long.valueOf(scalar.text());
        }
        problems.add(piece.place(), "a bound is not a whole number", "write a whole number or null");
        return null;
    }

    private Condition daysBetween(Piece piece) {
        return Keyed.of(piece, problems)
                .map(keyed -> {
                    Optional<Moment> from = keyed.required("from").map(this::moment);
                    Optional<Moment> to = keyed.required("to").map(this::moment);
                    Integer min = keyed.whole("min").map(ConditionReader::days).orElse(null);
                    Integer max = keyed.whole("max").map(ConditionReader::days).orElse(null);
                    keyed.finish();
                    return from.isEmpty() || to.isEmpty()
                            ? NEVER
                            : new Condition.DaysBetween(from.get(), to.get(), min, max);
                })
                .orElse(NEVER);
    }

    private static Integer days(long days) {
        return (int) Math.clamp(days, -100_000, 100_000);
    }

    private String event(Keyed keyed) {
        String type = keyed.requiredText("event").orElse("");
        references.add(new Reference.ToActivity(type, keyed.place("event")));
        return type;
    }

    private Condition where(Keyed keyed, String type) {
        Set<Scope> scope = type.matches("[a-z][a-z0-9_.]{0,63}") ? Set.of(Scope.activity(type)) : Set.of();
        return condition(keyed.piece("where"), scope, Condition.ALWAYS);
    }

    private Optional<FieldId> field(Keyed keyed, Use use, Set<String> codes, Set<Scope> scopes) {
        Optional<String> id = keyed.requiredText("field");
        if (id.isPresent() && !FieldId.isValid(id.get())) {
            problems.add(
                    keyed.place("field"), Problems.quote(id.get()) + " is not a field id", "write an id as se.a_field");
            return Optional.empty();
        }
        Optional<FieldId> field = id.map(FieldId::of);
        field.ifPresent(
                f -> references.add(new Reference.ToField(f, use, Set.copyOf(codes), scopes, keyed.place("field"))));
        return field;
    }
}
