// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

/**
 * From which network address what this thread does is asked. The door says so for each request; the store writes it into the
 * few kinds of audit entries that need it. Work that nobody asked for has none.
 */
public final class CallerAddress {
    private static final ThreadLocal<String> ADDRESS = ThreadLocal.withInitial(() -> "");

    private CallerAddress() {}

    /** Whoever calls this calls {@link #answered} at the end, on the same thread. */
    public static void is(String address) {
        ADDRESS.set(address);
    }

    public static void answered() {
        ADDRESS.remove();
    }

    /** Empty when nobody asked. */
    public static String now() {
        return ADDRESS.get();
    }
}
