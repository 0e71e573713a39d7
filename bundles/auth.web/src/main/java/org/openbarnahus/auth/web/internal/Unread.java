// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request that is refused. Cut off while it still sends, a client takes a broken connection (over HTTP/2 a
 * cancelled stream) for the answer and never sees why.
 */
final class Unread {
    private Unread() {}

    /** Takes the body off the wire, up to so many bytes, and forgets it. */
    static void forget(ServletRequest request, long most) throws IOException {
        InputStream in = request.getInputStream();
        byte[] piece = new byte[8192];
        long taken = 0;
        for (int got = 0; got >= 0 && taken < most; taken += got) {
            got = in.read(piece);
        }
    }
}
