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

    /** As the work answers, or refused as STORE_UNAVAILABLE. */
    public static <T> Outcome<T> outcome(Supplier<Outcome<T>> work) {
        try {
            return work.get();
        } catch (StoreUnavailableException e) {
            return Outcome.refused(Problem.of(ErrorCode.STORE_UNAVAILABLE));
        }
    }
}
