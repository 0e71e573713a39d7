// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

/** The answer of engine.access. */
public sealed interface Decision {
    record Allowed(Purpose purpose) implements Decision {}

    /**
     * @param reason for the audit trail, a constant without case content: {@code role}, {@code tenant}, {@code session}
     */
    record Denied(String reason) implements Decision {}
}
