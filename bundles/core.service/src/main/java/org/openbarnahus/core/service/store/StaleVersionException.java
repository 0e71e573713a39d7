// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

/** Somebody else changed the object first. */
public final class StaleVersionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleVersionException() {
        super("the object has a newer version");
    }
}
