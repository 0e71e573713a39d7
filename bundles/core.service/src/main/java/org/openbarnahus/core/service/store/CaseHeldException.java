// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

/** A legal hold is on the case: nothing was erased. */
public final class CaseHeldException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
