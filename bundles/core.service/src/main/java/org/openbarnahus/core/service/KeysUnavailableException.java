// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

/**
 * The token that holds the root key did not answer, so a key that is not open yet could not be opened. Nothing was written;
 * trying again may help. The message names no key and is meant for whoever runs the installation.
 */
public final class KeysUnavailableException extends StoreUnavailableException {
    private static final long serialVersionUID = 1L;

    public KeysUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
