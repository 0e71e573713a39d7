// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Until when somebody waits for what this thread does. The door says so for each request; the store gives up in time instead of
 * answering too late. Work that nobody waits for has no such end.
 */
public final class AnswerBy {
    private static final ThreadLocal<OptionalLong> END = ThreadLocal.withInitial(OptionalLong::empty);

    private AnswerBy() {}

    /** Whoever calls this calls {@link #answered} at the end, on the same thread. */
    public static void within(Duration patience) {
        END.set(OptionalLong.of(System.nanoTime() + patience.toNanos()));
    }

    public static void answered() {
        END.remove();
    }

    /** A moment of {@link System#nanoTime()}. */
    public static OptionalLong nanos() {
        return END.get();
    }
}
