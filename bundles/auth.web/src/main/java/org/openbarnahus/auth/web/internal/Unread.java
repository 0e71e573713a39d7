// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The body of a request that is refused. Cut off while it still sends, a client takes a broken connection (over HTTP/2 a
 * cancelled stream) for the answer and never sees why.
 */
final class Unread {
    /** Nobody waits longer for what is thrown away; whoever still sends then finds the connection closed. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    /** Nor for who is silent: nothing but the next byte would tell that one without a stated length has sent everything. */
    private static final long SILENCE = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long A_LOOK_MILLIS = 10;

    private Unread() {}

    /** Takes the body off the wire, up to so many bytes and for some seconds, and forgets it. */
    static void forget(HttpServletRequest request, long most) throws IOException {
        forget(request, most, System::nanoTime);
    }

    static void forget(HttpServletRequest request, long most, LongSupplier nanos) throws IOException {
        long length = length(request);
        if (length == 0) {
            return;
        }
        long all = length < 0 ? most : Math.min(most, length);
        ServletInputStream in = request.getInputStream();
        byte[] piece = new byte[8192];
        long taken = 0;
        long now = nanos.getAsLong();
        long end = now + PATIENCE;
        long heard = now;
        while (taken < all && !in.isFinished() && now < end && now - heard < SILENCE) {
            int there = Math.min(in.available(), piece.length);
            if (there > 0) {
                taken += Math.max(0, in.read(piece, 0, there));
            } else if (!waited()) {
                return;
            }
            now = nanos.getAsLong();
            heard = there > 0 ? now : heard;
        }
    }

    /** What is still to come, at most; less than 0 if nothing says so. */
    private static long length(HttpServletRequest request) {
        String method = request.getMethod();
        boolean unsaid = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") == null;
        boolean none = unsaid && request.getProtocol().startsWith("HTTP/1");
        return none || method.equals("GET") || method.equals("HEAD") ? 0 : request.getContentLengthLong();
    }

    /** False if it is not to be waited for any longer. */
    private static boolean waited() {
        try {
            Thread.sleep(A_LOOK_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
