// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.outcome;

/** Who can mend it. */
public enum ErrorKind {
    /** The person at the keyboard: input to correct. */
    USER,
    /** Whoever gives permissions. */
    DENIED,
    /** The deployer: a pack, a setting. */
    CONFIG,
    /** The operator: something outside did not answer; trying again may help. */
    EXTERNAL,
    /** Us: a bug. */
    INTERNAL
}
