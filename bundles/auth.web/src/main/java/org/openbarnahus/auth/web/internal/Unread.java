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

    /** Nor for one of too many. */
    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long LITTLE = 65_536;
    private static final long A_LOOK_MILLIS = 10;

    private Unread() {}

    /** Takes the body off the wire, up to so many bytes and for some seconds, and forgets it. */
    static void forget(HttpServletRequest request, long most) throws IOException {
        forget(request, most, System::nanoTime);
    }

    /** Takes what is there or comes at once: the body of an ordinary request. */
    static void forgetLittle(HttpServletRequest request) throws IOException {
        forget(request, LITTLE, A_MOMENT, System::nanoTime);
    }

    static void forget(HttpServletRequest request, long most, LongSupplier nanos) throws IOException {
        forget(request, most, PATIENCE, nanos);
    }

    private static void forget(HttpServletRequest request, long most, long patience, LongSupplier nanos)
            throws IOException {
        long length = length(request);
        if (length == 0) {
            return;
        }
        // over HTTP/2 the end may come behind the last byte
        long whole = request.getProtocol().startsWith("HTTP/1") ? length : length + 1;
        long all = length < 0 ? most : Math.min(most, whole);
        ServletInputStream in = request.getInputStream();
        byte[] piece = new byte[8192];
        long taken = 0;
        long now = nanos.getAsLong();
        long end = now + patience;
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
