// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The body of a request that is refused. Cut off while it still sends, a client takes a broken connection (over HTTP/2 a
 * cancelled stream) for the answer and never sees why.
 */
final class Unread {
    /** Nobody waits longer for what is thrown away; whoever still sends then finds the connection closed. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private Unread() {}

    /** Takes the body off the wire, up to so many bytes and for some seconds, and forgets it. */
    static void forget(ServletRequest request, long most) throws IOException {
        forget(request, most, System::nanoTime);
    }

    static void forget(ServletRequest request, long most, LongSupplier nanos) throws IOException {
        InputStream in = request.getInputStream();
        byte[] piece = new byte[8192];
        long taken = 0;
        long end = nanos.getAsLong() + PATIENCE;
        for (int got = 0; got >= 0 && taken < most && nanos.getAsLong() < end; taken += got) {
            got = in.read(piece);
        }
    }
}
