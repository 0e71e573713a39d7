// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web;

import java.io.IOException;

/** The body of a request without a stated length went over the limit; answered with 413. */
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    /**
     * @param limit in bytes
     */
    public BodyTooLargeException(long limit) {
        super("the body is larger than " + limit + " bytes");
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }
}
