// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.LoggerFactory;

/**
 * What nobody catches, in whichever thread, is one line of the log: which thread, which kind of failure and where, but not its
 * message, which may quote what somebody wrote. Java itself would print it, message and all, on the console.
 */
@Component(service = LastResort.class, immediate = true)
public final class LastResort implements Thread.UncaughtExceptionHandler {
    private static final int FRAMES = 12;

    private final Consumer<String> log;
    private final Thread.@Nullable UncaughtExceptionHandler before;

    @Activate
    public LastResort() {
        this(words -> LoggerFactory.getLogger(LastResort.class).error("{}", words));
    }

    LastResort(Consumer<String> log) {
        this.log = log;
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Deactivate
    void stop() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        String where = Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        log.accept("thread " + thread.getName() + " ended by " + kinds(failure) + " at " + where);
    }

    private static String kinds(Throwable failure) {
        StringBuilder kinds = new StringBuilder(failure.getClass().getName());
        int deep = 0;
        for (Throwable cause = failure.getCause(); cause != null && deep < FRAMES; cause = cause.getCause()) {
            kinds.append(" by ").append(cause.getClass().getName());
            deep++;
        }
        return kinds.toString();
    }
}
