// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

/** The same request key was answered by a write that committed first; what it was answered is now in the store. */
public final class DuplicateRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DuplicateRequestException() {
        super("the request key has been used");
    }
}
