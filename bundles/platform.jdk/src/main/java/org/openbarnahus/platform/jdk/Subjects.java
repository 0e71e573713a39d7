// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.jdk;

import java.security.AccessControlContext;
import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The current subject as Karaf 4.4 expects it: bound for the duration of {@code doAs} and inherited by the threads
 * started in it. Since JDK 24 neither {@code Subject.getSubject} nor access control contexts do that.
 */
@SuppressWarnings("removal") // the old signatures are the ones Karaf's byte code calls
public final class Subjects {
    private static final InheritableThreadLocal<@Nullable Subject> CURRENT = new InheritableThreadLocal<>();

    private Subjects() {}

    /** Replaces {@code Subject.getSubject}; the context says nothing any more. */
    public static @Nullable Subject getSubject(@Nullable AccessControlContext ignored) {
        Subject subject = Subject.current();
        return subject != null ? subject : CURRENT.get();
    }

    /** Replaces {@code JaasHelper.doAs}. */
    public static @Nullable Object doAs(@Nullable Subject subject, PrivilegedAction<?> action) {
        Subject before = CURRENT.get();
        CURRENT.set(subject);
        try {
            return Subject.doAs(subject, action);
        } finally {
            CURRENT.set(before);
        }
    }

    /** Replaces {@code JaasHelper.doAs}. */
    public static @Nullable Object doAs(@Nullable Subject subject, PrivilegedExceptionAction<?> action)
            throws PrivilegedActionException {
        Subject before = CURRENT.get();
        CURRENT.set(subject);
        try {
            return Subject.doAs(subject, action);
        } finally {
            CURRENT.set(before);
        }
    }
}
