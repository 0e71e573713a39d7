// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Paths of requests, compared as they were sent. A path that servlets could read in two ways is refused outright, so that
 * nothing behind the door can be reached under the name of something before it.
 */
final class Paths {
    private static final Pattern TWOFOLD =
            Pattern.compile("//|;|\\\\|/\\.{1,2}(/|$)|%(?:2e|2f|5c|3b|25|00)|[\\x00-\\x20\\x7f]");
    private static final int LONGEST = 2000;

    private Paths() {}

    /** Whether the path, not decoded, means one thing to everybody. */
    static boolean plain(String path) {
        return path.startsWith("/")
                && path.length() <= LONGEST
                && !TWOFOLD.matcher(path.toLowerCase(Locale.ROOT)).find();
    }

    /** A prefix with a final slash means everything below; one without is exact. */
    static boolean under(String prefix, String path) {
        return (prefix.endsWith("/") ? path.startsWith(prefix) : path.equals(prefix)) && plain(path);
    }

    static boolean api(String path) {
        return path.startsWith("/api/");
    }
}
