// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.condition;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.value.FieldId;

/** A yes-or-no question to a {@link Subject}. What is not recorded never satisfies a comparison: unknown is not "no". */
public sealed interface Condition {
    boolean test(Subject subject);

    /** Satisfied by everything. */
    Condition ALWAYS = new All(List.of());

    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public boolean test(Subject subject) {
            for (Condition condition : of) {
                if (!condition.test(subject)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public boolean test(Subject subject) {
            for (Condition condition : of) {
                if (condition.test(subject)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not(Condition of) implements Condition {
        @Override
        public boolean test(Subject subject) {
            return !of.test(subject);
        }
    }

    /** Any of the codes is recorded in the field. */
    record FieldIn(FieldId field, Set<String> codes) implements Condition {
        public FieldIn {
            codes = Set.copyOf(codes);
        }

        @Override
        public boolean test(Subject subject) {
            return subject.anyCode(field, codes);
        }
    }

    record FieldPresent(FieldId field) implements Condition {
        @Override
        public boolean test(Subject subject) {
            return subject.has(field);
        }
    }

    /** The number lies in [min, max]; an absent bound is open. */
    record NumberBetween(
            FieldId field, @Nullable Long min, @Nullable Long max) implements Condition {
        @Override
        public boolean test(Subject subject) {
            var number = subject.number(field);
            return number.isPresent()
                    && (min == null || number.getAsLong() >= min)
                    && (max == null || number.getAsLong() <= max);
        }
    }

    /** At least {@code atLeast} events of the type satisfy {@code where}. */
    record EventExists(String type, Condition where, int atLeast) implements Condition {
        @Override
        public boolean test(Subject subject) {
            int found = 0;
            for (EventSubject event : subject.events(type)) {
                if (where.test(event)) {
                    found++;
                }
            }
            return found >= atLeast;
        }
    }

    /** Both moments are known and {@code to} lies between {@code minDays} and {@code maxDays} calendar days after from. */
    record DaysBetween(
            Moment from,
            Moment to,
            @Nullable Integer minDays,
            @Nullable Integer maxDays) implements Condition {
        @Override
        public boolean test(Subject subject) {
            var start = from.epochDay(subject);
            var end = to.epochDay(subject);
            if (start.isEmpty() || end.isEmpty()) {
                return false;
            }
            long days = end.getAsLong() - start.getAsLong();
            return (minDays == null || days >= minDays) && (maxDays == null || days <= maxDays);
        }
    }
}
