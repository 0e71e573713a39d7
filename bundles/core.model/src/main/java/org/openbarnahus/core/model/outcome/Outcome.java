// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.outcome;

import java.util.List;
import java.util.function.Function;

/**
 * The result of an attempt that the rules may refuse. A refusal is a value, not an exception: exceptions are for bugs and
 * for trouble outside (database gone).
 */
public sealed interface Outcome<T> {

    /** It happened. {@code notices} are warnings that did not stop it. */
    record Done<T>(T value, List<Problem> notices) implements Outcome<T> {
        public Done {
            notices = List.copyOf(notices);
        }
    }

    /** Nothing happened, for these reasons, at least one. */
    record Refused<T>(List<Problem> problems) implements Outcome<T> {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refusal gives a reason");
            }
        }
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value, List.of());
    }

    static <T> Outcome<T> refused(Problem problem) {
        return new Refused<>(List.of(problem));
    }

    static <T> Outcome<T> refused(List<Problem> problems) {
        return new Refused<>(problems);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T> done -> new Done<>(change.apply(done.value()), done.notices());
            case Refused<T> refused -> new Refused<>(refused.problems());
        };
    }

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T> done -> next.apply(done.value());
            case Refused<T> refused -> new Refused<>(refused.problems());
        };
    }

    /** The value, for callers that have ruled a refusal out (tests, demo data). */
    default T orElseThrow() {
        return switch (this) {
            case Done<T> done -> done.value();
            case Refused<T> refused -> throw new IllegalStateException("refused: " + refused.problems());
        };
    }
}
