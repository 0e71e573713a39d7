// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

/** The database, or what it needs, did not answer in time. Nothing was written; trying again may help. */
public class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
