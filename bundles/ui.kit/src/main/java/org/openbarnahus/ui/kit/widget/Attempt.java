// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.widget;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.model.outcome.Outcome.Refused;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.StoreUnavailableException;

/** Calls a service for a page. A database that does not answer becomes a problem like any other: nothing typed is lost. */
public final class Attempt {
    private Attempt() {}

    /** Does the work; its result with its notices goes to {@code done}, reasons against it go to {@code refused}. */
    public static <T> void run(Supplier<Outcome<T>> work, Consumer<Done<T>> done, Consumer<List<Problem>> refused) {
        switch (outcome(work)) {
            case Done<T> result -> done.accept(result);
            case Refused<T> reasons -> refused.accept(reasons.problems());
        }
    }

    /** As {@link #run}, for work that only reads: who sees nothing should not be told that nothing was saved. */
    public static <T> void show(Supplier<Outcome<T>> work, Consumer<Done<T>> done, Consumer<List<Problem>> refused) {
        run(() -> read(work), done, refused);
    }

    /** As the work answers, or refused as STORE_UNAVAILABLE. */
    public static <T> Outcome<T> outcome(Supplier<Outcome<T>> work) {
        return orElse(work, ErrorCode.STORE_UNAVAILABLE);
    }

    /** As the work answers, or refused as STORE_UNREADABLE. */
    public static <T> Outcome<T> read(Supplier<Outcome<T>> work) {
        return orElse(work, ErrorCode.STORE_UNREADABLE);
    }

    private static <T> Outcome<T> orElse(Supplier<Outcome<T>> work, ErrorCode gone) {
        try {
            return work.get();
        } catch (StoreUnavailableException e) {
            return Outcome.refused(Problem.of(gone));
        }
    }
}
