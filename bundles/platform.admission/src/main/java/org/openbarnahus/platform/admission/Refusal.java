// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission;

/**
 * Why a jar may not run.
 *
 * @param detail what of it: a header of its manifest, the fingerprint of a key; may be empty
 */
public record Refusal(Reason reason, String detail) {
    /** UNREADABLE: too large, no jar, or gone. STRANGER: signed, but by nobody trusted here. FORBIDDEN: asks for too much. */
    public enum Reason {
        UNREADABLE,
        UNSIGNED,
        STRANGER,
        CHANGED,
        FORBIDDEN
    }
}
