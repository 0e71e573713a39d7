// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

/** A backup was not restored; the message says why, in words for whoever tried. */
final class RestoreRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RestoreRefusedException(String message) {
        super(message);
    }

    RestoreRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
